import { searchText } from '../../../contract/text/search-text.ts';
import { CellFault } from '../cells/cell-faults.ts';
import { cellReaderOf, type ReadCell } from '../cells/cell-reader.ts';
import type { RegionFinder } from '../cells/region-finder.ts';
import type { RecordField, RecordKind } from '../kinds/import-kind.ts';
import type { SourceRow } from '../reading/source-table.ts';
import type { RowFault } from '../row-fault.ts';
import type { BoundColumn, BoundColumns } from './bind-columns.ts';
import type { Mapping } from './mapping.ts';
import { MappingInvalid } from './mapping-fault.ts';

/** What rows of records need to know of the network. */
export interface RecordSurroundings {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Day of the import, YYYY-MM-DD. */
  readonly today: string;
  readonly regions: RegionFinder;
}

type Value = string | number | null;

/** A row of records after its mapping. */
export interface MappedRecord {
  readonly row: number;
  readonly values: Record<string, Value>;
  readonly faults: readonly RowFault[];
}

interface FilledField {
  readonly field: RecordField;
  /** Null: a constant, or nothing fills it. */
  readonly from: BoundColumn | null;
  readonly read: ReadCell;
  readonly constant: Value;
}

const NO_FAULTS: readonly RowFault[] = [];
const KEY_SEPARATOR = '|';

/** Makes rows of one kind of record out of rows of a file; made once for a file, asked once for each row. */
export class RecordMapper {
  readonly kind: RecordKind;
  readonly #fields: readonly FilledField[];
  /** Every field, in order. */
  readonly #blank: Readonly<Record<string, Value>>;
  readonly #empty: ReadonlySet<string>;
  readonly #key: readonly string[];
  readonly #surroundings: RecordSurroundings;
  /** Takes the faults of the next row that has some; nearly none has. */
  #faults: RowFault[] = [];
  readonly #region: FilledField | undefined;

  constructor(kind: RecordKind, mapping: Mapping, { bound }: BoundColumns, surroundings: RecordSurroundings) {
    const { country, today } = surroundings;
    this.kind = kind;
    this.#surroundings = surroundings;
    this.#empty = new Set(mapping.empty.map(searchText));
    this.#key = mapping.key;
    this.#fields = kind.fields.map((field) => {
      const from = bound.find(({ column }) => column.field === field.name) ?? null;
      const read = cellReaderOf(field, from?.column ?? { header: '', field: field.name }, mapping, country, today);
      return { field, from, read, constant: constantOf(field, mapping, read) };
    });
    this.#blank = Object.fromEntries(kind.fields.map(({ name }) => [name, null]));
    this.#region = this.#fields.find(({ field }) => field.type === 'region');
  }

  /** The row's values, by field; a field at fault is null, and all faults of the row are told. */
  map(source: SourceRow): MappedRecord {
    // A copy has all fields at once; one that got them one by one would be made anew several times.
    const values: Record<string, Value> = { ...this.#blank };
    const faults = this.#faults;
    for (const filled of this.#fields) values[filled.field.name] = this.#valueOf(filled, source, faults);
    if (this.#region !== undefined) this.#placeRegion(this.#region, values, source, faults);
    if (this.#key.length > 0) values['sourceKey'] = keyOf(this.#key, values);
    this.#demand(values, source, faults);
    if (source.faults !== undefined) tellSourceFaults(source.faults, source.row, faults);
    if (faults.length === 0) return { row: source.row, values, faults: NO_FAULTS };
    this.#faults = [];
    return { row: source.row, values, faults };
  }

  /** Where a field's value stands in a row of the file. */
  placeOf(field: string | null, source: SourceRow): Pick<RowFault, 'row' | 'column' | 'value'> {
    const from = this.#fields.find((filled) => filled.field.name === field)?.from ?? null;
    return { row: source.row, column: from?.label ?? null, value: from === null ? null : (source.cells[from.index] ?? null) };
  }

  #valueOf({ from, read, constant }: FilledField, source: SourceRow, faults: RowFault[]): Value {
    if (from === null) return constant;
    const cell = source.cells[from.index] ?? null;
    if (cell === null || (this.#empty.size > 0 && this.#empty.has(searchText(cell)))) return constant;
    const value = read(cell, source.kinds?.[from.index]);
    if (!(value instanceof CellFault)) return value;
    faults.push(faultOf(value, from, cell, source.row));
    return null;
  }

  #placeRegion({ field, from }: FilledField, values: Record<string, Value>, source: SourceRow, faults: RowFault[]): void {
    const text = values[field.name];
    if (typeof text !== 'string') return;
    const { dayField } = this.kind;
    const day = dayField === null ? null : values[dayField];
    const region = this.#surroundings.regions.find(text, typeof day === 'string' ? day : null);
    values[field.name] = region instanceof CellFault ? null : region;
    if (region instanceof CellFault)
      faults.push(faultOf(region, from, from === null ? null : (source.cells[from.index] ?? null), source.row));
  }

  #demand(values: Readonly<Record<string, Value>>, source: SourceRow, faults: RowFault[]): void {
    for (const { field, from } of this.#fields) {
      if (field.isRequired && values[field.name] === null) demandValue(from, source, faults);
    }
  }
}

/** Tells that a value is missing. A function of its own, as the key's: what a closure remembers would be made for every row. */
function demandValue(from: BoundColumn | null, source: SourceRow, faults: RowFault[]): void {
  // A cell that could not be read was told already.
  if (faults.some(({ column }) => column !== null && column === from?.label)) return;
  faults.push(faultOf(new CellFault('VALUE_MISSING'), from, null, source.row));
}

function keyOf(fields: readonly string[], values: Readonly<Record<string, Value>>): string {
  if (fields.length === 1) return String(values[fields[0] ?? ''] ?? '');
  return fields.map((field) => keyPart(values[field] ?? '')).join(KEY_SEPARATOR);
}

/** One part of a key, the separator in it escaped: other parts that read alike when joined are another key. */
function keyPart(value: string | number): string | number {
  if (typeof value === 'number' || !(value.includes(KEY_SEPARATOR) || value.includes('\\'))) return value;
  return value.replace(/[\\|]/g, '\\$&');
}

/** Faults that the reading of the file found already. */
function tellSourceFaults(found: NonNullable<SourceRow['faults']>, sourceRow: number, faults: RowFault[]): void {
  for (const { code, row, column, rule } of found) {
    const place = column === null ? null : `${column.letter} "${column.name ?? ''}"`;
    faults.push({ row: row ?? sourceRow, column: place, value: null, rule: code, hint: rule, severity: 'ERROR' });
  }
}

function faultOf({ code, hint }: CellFault, from: BoundColumn | null, value: string | null, row: number): RowFault {
  return { row, column: from?.label ?? null, value, rule: code, hint, severity: 'ERROR' };
}

/** The value of a field whose cell is empty or that has no column. A constant is written as a cell would be. */
function constantOf(field: RecordField, mapping: Mapping, read: ReadCell): Value {
  const text = mapping.constants[field.name];
  if (text === undefined) return field.whenEmpty ?? null;
  const value = read(text, undefined);
  if (value instanceof CellFault) throw new MappingInvalid(mapping.name, [{ line: 1, at: `constants/${field.name}`, hint: value.hint }]);
  return value;
}
