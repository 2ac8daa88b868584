import { searchText } from '../../../contract/text/search-text.ts';
import type { CsvRow } from '../../../storage/read-csv-file.ts';
import { CellFault } from '../cells/cell-faults.ts';
import { codeReader } from '../cells/cell-reader.ts';
import { readDay, usualDateForms } from '../cells/read-day.ts';
import { readDecimal } from '../cells/read-decimal.ts';
import { readFlag } from '../cells/read-flag.ts';
import type { AliasKind, PublicationKind } from '../kinds/import-kind.ts';
import type { SourceRow } from '../reading/source-table.ts';
import type { RowFault } from '../row-fault.ts';
import type { BoundColumn, BoundColumns } from './bind-columns.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import type { RecordSurroundings } from './record-mapper.ts';

/** A row of publications after its mapping: texts, as the reader of its data file takes them. */
export interface MappedPublication {
  readonly row: number;
  readonly cells: CsvRow;
  readonly faults: readonly RowFault[];
}

type ReadText = (text: string, kind: string | undefined) => string | CellFault;

/** Makes rows of a data file out of rows of a steward's file. */
export class PublicationMapper {
  readonly #columns: readonly { readonly from: BoundColumn; readonly read: ReadText }[];
  readonly #places: ReadonlyMap<string, BoundColumn>;
  readonly #empty: ReadonlySet<string>;
  readonly #template: CsvRow;

  constructor(kind: PublicationKind | AliasKind, mapping: Mapping, { bound }: BoundColumns, surroundings: RecordSurroundings) {
    this.#columns = bound.map((from) => ({ from, read: textReaderOf(from.column, mapping, surroundings) }));
    this.#places = new Map(bound.map((from) => [from.column.field, from]));
    this.#empty = new Set(mapping.empty.map(searchText));
    this.#template = Object.fromEntries(kind.columns.map((column) => [column, mapping.constants[column] ?? null]));
  }

  map(source: SourceRow): MappedPublication {
    const cells: Record<string, string | null> = { ...this.#template };
    const faults: RowFault[] = [];
    for (const { from, read } of this.#columns) {
      const cell = source.cells[from.index] ?? null;
      if (cell === null || this.#empty.has(searchText(cell))) continue;
      const text = read(cell, source.kinds?.[from.index]);
      if (text instanceof CellFault) {
        faults.push({ row: source.row, column: from.label, value: cell, rule: text.code, hint: text.hint, severity: 'ERROR' });
      } else cells[from.column.field] = text;
    }
    for (const { code, column, rule } of source.faults ?? []) {
      const place = column === null ? null : `${column.letter} "${column.name ?? ''}"`;
      faults.push({ row: source.row, column: place, value: null, rule: code, hint: rule, severity: 'ERROR' });
    }
    return { row: source.row, cells, faults };
  }

  /** Letter and name of the column that fills a field; null when none does. */
  labelOf(field: string | null): string | null {
    return field === null ? null : (this.#places.get(field)?.label ?? null);
  }
}

function textReaderOf(column: ColumnMapping, mapping: Mapping, surroundings: RecordSurroundings): ReadText {
  const one = oneReaderOf(column, mapping, surroundings);
  const { list } = column;
  if (list === undefined) return one;
  return (text, kind) => {
    const parts = text
      .split(list)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => one(part, kind));
    return parts.find((part) => part instanceof CellFault) ?? parts.map(String).join('|');
  };
}

function oneReaderOf(column: ColumnMapping, { timeZone }: Mapping, { today, regions }: RecordSurroundings): ReadText {
  const coded = column.codes === undefined ? null : codeReader(column.codes);
  const { prefix } = column;
  const prefixed = prefix === undefined ? null : (text: string): string => prefix + text.toLowerCase();
  const options = { forms: column.date ?? usualDateForms, timeZone, today };
  return (cell, kind) => {
    const text = coded === null ? cell : coded(cell);
    if (text instanceof CellFault) return text;
    switch (column.as) {
      case 'date':
        return readDay(text, options);
      case 'number': {
        const number = readDecimal(text, kind === 'n' ? 'point' : (column.number ?? null));
        return number instanceof CellFault ? number : String(number);
      }
      case 'flag': {
        const flag = readFlag(text);
        return flag instanceof CellFault ? flag : String(flag === 1);
      }
      case 'region':
        return regions.find(text, null);
      default:
        return prefixed?.(text) ?? text;
    }
  };
}
