import { isPublishedId } from '../../../contract/identifiers/published-id.ts';
import { searchText } from '../../../contract/text/search-text.ts';
import type { RecordField } from '../kinds/import-kind.ts';
import type { CodeList, ColumnMapping, Mapping } from '../mapping/mapping.ts';
import { CellFault } from './cell-faults.ts';
import { readDay, usualDateForms } from './read-day.ts';
import { readDecimal } from './read-decimal.ts';
import { readFlag } from './read-flag.ts';
import { readMinutes } from './read-minutes.ts';
import { HASH_BEGIN, hashText, isSameText } from '../text-hash.ts';

/** Letters of `kinds` in a SourceRow: `n` is a number with a point whatever the mapping says. */
type CellKind = string | undefined;

/** Makes a field's value of a cell that is not empty. */
export type ReadCell = (text: string, kind: CellKind) => string | number | CellFault;

const LONGEST_TEXT = 500;
const LONGEST_KEY = 200;
const LARGEST_COUNT = 1_000_000;
const LARGEST_AMOUNT = 1_000_000_000_000;
const OWN_CODE = /^[A-Z][A-Z0-9_]{0,39}$/;
/** Different cells of one column whose reading is remembered, a power of two: days, codes and hours repeat in millions of rows. */
const REMEMBERED = 4_096;

/** How cells of one column of a record are read. Regions need the row's day and are read by RegionFinder instead. */
export function cellReaderOf(field: RecordField, column: ColumnMapping, mapping: Mapping, country: string, today: string): ReadCell {
  const prefix = column.prefix ?? '';
  const prefixed = (text: string): string => (prefix === '' ? text : prefix + text.toLowerCase());
  const coded = column.codes === undefined ? null : codeReader(column.codes);
  const sign = (kind: CellKind) => (kind === 'n' ? 'point' : (column.number ?? null));
  switch (field.type) {
    case 'key':
      return (text) => limited(text, LONGEST_KEY);
    case 'text':
      return coded ?? ((text) => limited(text, LONGEST_TEXT));
    case 'code':
      return remembering(codeOf(coded, field.codes));
    case 'flag':
      return remembering((text) => (coded === null ? readFlag(text) : after(coded(text), readFlag)));
    case 'day': {
      const options = { forms: column.date ?? usualDateForms, timeZone: mapping.timeZone, today };
      return remembering((text, kind) => readDay(text, kind === 'd' ? { ...options, forms: ['iso'] } : options));
    }
    case 'minutes': {
      const unit = column.unit ?? 'minutes';
      return remembering((text, kind) => readMinutes(text, kind === 't' ? 'hours' : unit, sign(kind)));
    }
    case 'count':
      return (text, kind) => wholeNumber(readDecimal(text, sign(kind)), LARGEST_COUNT);
    case 'amount':
      return (text, kind) => inRange(readDecimal(text, sign(kind)), LARGEST_AMOUNT);
    case 'publication': {
      const wanted = `${country.toLowerCase()}:${field.published?.idType ?? ''}:`;
      const idOf = (text: string): string | CellFault => {
        const id = prefixed(text);
        return id.startsWith(wanted) && isPublishedId(id) ? id : new CellFault('ID_UNREADABLE', { accepted: [`${wanted}…`] });
      };
      return remembering((text) => (coded === null ? idOf(text) : after(coded(text), idOf)));
    }
    case 'region':
      return (text) => (coded === null ? text : coded(text));
  }
}

function after(value: string | CellFault, then: (text: string) => string | number | CellFault): string | number | CellFault {
  return value instanceof CellFault ? value : then(value);
}

/** Words of a list, compared without case, blanks and look-alike letters; a code of the list may also stand for itself. */
export function codeReader(codes: CodeList): (text: string) => string | CellFault {
  const own = Object.values(codes).map((code) => [searchText(code), code] as const);
  const words = new Map([...own, ...Object.entries(codes).map(([word, code]) => [searchText(word), code] as const)]);
  return (text) => words.get(searchText(text)) ?? new CellFault('WORD_UNKNOWN', { accepted: Object.keys(codes) });
}

function codeOf(coded: ((text: string) => string | CellFault) | null, codes: readonly string[] | undefined): ReadCell {
  return (text) => {
    const code = coded === null ? text.toUpperCase() : coded(text);
    if (code instanceof CellFault) return code;
    const isCode = codes === undefined ? OWN_CODE.test(code) : codes.includes(code);
    return isCode ? code : new CellFault('WORD_UNKNOWN', { accepted: codes ?? ['a code such as FOOD_PARCELS'] });
  };
}

function limited(text: string, limit: number): string | CellFault {
  return text.length <= limit ? text : new CellFault('VALUE_TOO_LONG', { limit });
}

function inRange(number: number | CellFault, limit: number): number | CellFault {
  if (number instanceof CellFault) return number;
  return number >= 0 && number <= limit ? number : new CellFault('NUMBER_OUT_OF_RANGE', { least: 0, limit });
}

function wholeNumber(number: number | CellFault, limit: number): number | CellFault {
  if (number instanceof CellFault || Number.isInteger(number)) return inRange(number, limit);
  return new CellFault('NUMBER_NOT_WHOLE');
}

/** One place for each hash; who comes later takes it. */
function remembering(read: ReadCell): ReadCell {
  const known: ({ readonly cell: string; readonly value: ReturnType<ReadCell> } | null)[] = Array.from({ length: REMEMBERED }, () => null);
  return (text, kind) => {
    const cell = kind === undefined ? text : kind + text;
    const place = hashText(cell, HASH_BEGIN) & (REMEMBERED - 1);
    const earlier = known[place] ?? null;
    if (earlier !== null && isSameText(earlier.cell, cell)) return earlier.value;
    const value = read(text, kind);
    // A copy: a cell may be a part of the whole batch that was read, and would keep that.
    known[place] = { cell: Buffer.from(cell).toString(), value };
    return value;
  };
}
