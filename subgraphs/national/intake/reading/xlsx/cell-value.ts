import { cleanCell } from '../clean-cell.ts';
import { plainNumber } from '../plain-number.ts';
import type { SourceFaultCode } from '../source-faults.ts';
import { shownText } from '../text/damaged-text.ts';
import type { NumberMeaning } from './read-styles.ts';
import { FALSE_LEAP_DAY, serialDate, serialTime } from './serial-date.ts';
import type { SharedStrings } from './read-shared-strings.ts';

/** A cell as the sheet writes it. */
export interface SheetCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly hasValue: boolean;
  readonly hasFormula: boolean;
  readonly formula: string;
}

/** What a cell holds: a text and the letter of its kind, or what is wrong with it and what it shows. */
export type CellValue =
  | { readonly cell: string | null; readonly kind: string }
  | { readonly fault: SourceFaultCode; readonly shown: string; readonly found?: string };

export interface CellContext {
  readonly strings: SharedStrings;
  readonly styles: readonly NumberMeaning[];
  readonly isEpoch1904: boolean;
}

const EMPTY: CellValue = { cell: null, kind: '_' };
const KNOWN_ERRORS = /^#[A-Z/0!?]{2,20}$/;

/**
 * Reads one cell of a sheet.
 * Source  ECMA-376 part 1, 18.3.1.4 (c) and 18.18.11 (cell types)
 */
export function cellValue({ type, style, value, hasValue, hasFormula, formula }: SheetCell, context: CellContext): CellValue {
  if (hasFormula && (!hasValue || (value === '' && type !== 'str'))) return { fault: 'FORMULA_WITHOUT_VALUE', shown: `=${formula}` };
  switch (type) {
    case 's': {
      const shared = /^\d+$/.test(value) ? context.strings.at(Number(value)) : undefined;
      return shared === undefined ? (hasValue ? { fault: 'CELL_BROKEN', shown: '' } : EMPTY) : textValue(shared);
    }
    case 'str':
    case 'inlineStr':
      return textValue(value);
    case 'b':
      return value === '' ? EMPTY : { cell: value === '1' || value === 'true' ? 'true' : 'false', kind: 'b' };
    case 'e':
      return { fault: 'CELL_ERROR', shown: value, found: KNOWN_ERRORS.test(value) ? value : '#ERROR' };
    case 'd':
      return value === '' ? EMPTY : { cell: value.trim(), kind: 'd' };
    default:
      return value === '' ? EMPTY : numberValue(value, context.styles[style] ?? 'number', context.isEpoch1904);
  }
}

function textValue(text: string): CellValue {
  // An export to XLSX needs no mark before a formula's sign, so none is taken off: the text is as it stands.
  const cell = cleanCell(text.includes('_x') ? unescaped(text) : text, false, false);
  if (cell?.includes('\0')) return { fault: 'NUL_CHARACTER', shown: shownText(cell) };
  if (cell?.isWellFormed() === false) return { fault: 'ENCODING_BROKEN', found: 'UTF-16', shown: shownText(cell.toWellFormed()) };
  return cell === null ? EMPTY : { cell, kind: 's' };
}

/** Control characters are written `_x000D_`; the sign itself as `_x005F_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function numberValue(value: string, meaning: NumberMeaning, isEpoch1904: boolean): CellValue {
  const number = plainNumber(value.trim());
  if (number === null) return { fault: 'NUMBER_INVALID', shown: value };
  if (meaning === 'number') return { cell: number, kind: 'n' };
  const serial = Number(number);
  // A cell that shows only the time may hold its day too.
  const isDay = meaning === 'date' || (meaning === 'time' && serial >= 1);
  const cell = isDay ? serialDate(serial, isEpoch1904) : serialTime(serial);
  if (cell !== null) return { cell, kind: isDay ? 'd' : 't' };
  const isFalseLeapDay = Math.floor(serial) === FALSE_LEAP_DAY && !isEpoch1904;
  return { fault: 'DATE_IMPOSSIBLE', shown: number, found: isFalseLeapDay ? '29.02.1900, a day that never was' : 'no date' };
}
