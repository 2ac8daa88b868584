import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** A row of a data file: every named column, null where the cell is empty. */
export type CsvRow = Readonly<Record<string, string | null>>;

/**
 * Reads one of the project's own data files: RFC 4180, UTF-8, a header line.
 * Errors  those of the parser, which name the line; an Error that names a missing column when `columns` are demanded
 */
export async function readCsvFile(file: string, columns: readonly string[]): Promise<CsvRow[]> {
  const text = await readFile(file, 'utf8');
  const rows = parse(text, { columns: true, skip_empty_lines: true }) as Record<string, string>[];
  const header = parse(text, { to_line: 1 })[0] ?? [];
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`${file}: no column ${missing.join(', ')}`);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell === '' ? null : cell])));
}
