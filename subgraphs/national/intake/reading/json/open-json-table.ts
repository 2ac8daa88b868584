import { refuse, RowChecker } from '../check-rows.ts';
import { cleanCell } from '../clean-cell.ts';
import { plainNumber } from '../plain-number.ts';
import type { RawRow } from '../raw-row.ts';
import { SourceFault } from '../source-fault.ts';
import type { SourceLimits, SourceOptions } from '../source-options.ts';
import type { SourceRow, SourceTable } from '../source-table.ts';
import type { SourceWarnings } from '../source-warning.ts';
import { damageOf, type DamagePattern, shownText } from '../text/damaged-text.ts';
import type { SourceText } from '../text/source-text.ts';
import { type LocatedRecord, readArray, readLines } from './read-records.ts';

const BATCH = 1_000;

/**
 * Opens a file of objects as a table. It is read twice, since any object may bring a name that none before had.
 * Errors  SourceFault
 */
export async function openJsonTable(
  text: SourceText,
  format: 'JSON' | 'NDJSON',
  options: SourceOptions,
  limits: SourceLimits,
  warnings: SourceWarnings,
): Promise<SourceTable> {
  const read = (): AsyncGenerator<LocatedRecord[]> => (format === 'JSON' ? readArray(text, options, limits) : readLines(text, limits));
  const headers = await collectNames(read(), limits.columns);
  const checker = new RowChecker({ headers, unnamed: [], isCounted: false, maxRows: limits.rows }, warnings);
  const columns = new Map(headers.map((header, index) => [header, index]));
  let records: AsyncGenerator<LocatedRecord[]> | null = null;
  return {
    format,
    encoding: text.encoding,
    hasByteOrderMark: text.markLength > 0,
    separator: null,
    sheet: null,
    headers,
    headerRow: 0,
    warnings: warnings.list,
    bytes: text.bytes,
    rows: () => {
      records = read();
      return rowsOf(records, columns, checker, damageOf(text));
    },
    close: async () => {
      await records?.return(undefined);
    },
  };
}

const nameOf = (key: string): string => cleanCell(key, false, false)?.replace(/\s+/g, ' ') ?? '';

async function collectNames(batches: AsyncGenerator<LocatedRecord[]>, maxColumns: number): Promise<string[]> {
  const names = new Set<string>();
  for await (const records of batches) {
    for (const { row, record } of records) {
      for (const key of record.keys) {
        const name = nameOf(key);
        if (name === '') throw new SourceFault('HEADER_EMPTY', { row });
        names.add(name);
      }
      for (const { key } of record.faults) if (key !== null && nameOf(key) !== '') names.add(nameOf(key));
      if (names.size > maxColumns) throw new SourceFault('COLUMNS_TOO_MANY', { row }, { limit: maxColumns });
    }
  }
  if (names.size === 0) throw new SourceFault('JSON_NO_RECORDS', {}, { found: '' });
  return [...names];
}

async function* rowsOf(
  batches: AsyncGenerator<LocatedRecord[]>,
  columns: ReadonlyMap<string, number>,
  checker: RowChecker,
  damage: DamagePattern,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const records of batches) {
    const rows = checker.check(records.map((located) => rowOf(located, columns, damage)));
    for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
  }
}

function rowOf({ row: number, record }: LocatedRecord, columns: ReadonlyMap<string, number>, damage: DamagePattern): RawRow {
  const cells = Array.from<string | null>({ length: columns.size }).fill(null);
  const kinds = Array.from<string>({ length: columns.size }).fill('_');
  const row: RawRow = { row: number, cells };
  const place = (key: string) => ({ column: columns.get(nameOf(key)) ?? 0, name: nameOf(key) });
  for (const { code, key, shown } of record.faults)
    refuse(row, code, key === null ? {} : place(key), { found: 'this line' }, shownText(shown));
  for (const [index, key] of record.keys.entries()) {
    const { column } = place(key);
    const value = record.values[index] ?? null;
    const kind = record.kinds[index] ?? '_';
    if (value === null) continue;
    const broken = damage.find(value);
    if (broken !== null) refuse(row, broken, place(key), { found: damage.encoding }, shownText(value));
    if (kinds[column] !== '_') refuse(row, 'JSON_KEY_REPEATED', place(key), {}, `${cells[column] ?? ''} | ${shownText(value)}`);
    cells[column] = kind === 'n' ? plainNumber(value) : cleanCell(broken === null ? value : shownText(value), false, false);
    kinds[column] = cells[column] === null ? '_' : kind;
    if (kind === 'n' && cells[column] === null) refuse(row, 'NUMBER_INVALID', place(key), {}, value);
  }
  row.kinds = kinds.join('');
  return row;
}
