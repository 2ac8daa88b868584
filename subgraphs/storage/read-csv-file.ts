import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** A row of a data file: every named column, null where the cell is empty. */
export type CsvRow = Readonly<Record<string, string | null>>;

/** A data file that cannot be read at all: whoever keeps it can put it right. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';
}

/**
 * Reads one of a network's own data files: RFC 4180, UTF-8, a header line; lines may end in LF, CRLF or both.
 * Errors  DataFileError that names the file, and the line or the missing columns
 */
export async function readCsvFile(file: string, columns: readonly string[]): Promise<CsvRow[]> {
  const table = await readTable(file);
  const [header = [], ...rows] = table;
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new DataFileError(`${file}: no column ${missing.join(', ')}`);
  return rows.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] || null])));
}

async function readTable(file: string): Promise<string[][]> {
  try {
    const text = await readFile(file, 'utf8');
    return parse(text, { bom: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n'] });
  } catch (error) {
    throw new DataFileError(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`, { cause: error });
  }
}
