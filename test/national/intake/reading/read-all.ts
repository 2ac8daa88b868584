import { openSourceTable } from '../../../../subgraphs/national/intake/reading/open-source-table.ts';
import type { SourceOptions } from '../../../../subgraphs/national/intake/reading/source-options.ts';
import type { SourceRow, SourceTable } from '../../../../subgraphs/national/intake/reading/source-table.ts';

/** A file read to its end: what it is, its rows, and its warnings as `row CODE`. */
export interface ReadTable {
  readonly table: SourceTable;
  readonly rows: readonly SourceRow[];
  readonly warnings: readonly string[];
}

export async function readAll(file: string, options: SourceOptions = {}): Promise<ReadTable> {
  const table = await openSourceTable(file, options);
  try {
    const rows: SourceRow[] = [];
    for await (const batch of table.rows()) rows.push(...batch);
    return { table, rows, warnings: table.warnings.map(({ code, row, name }) => `${row ?? name ?? 'file'} ${code}`) };
  } finally {
    await table.close();
  }
}

/** The rows as texts by header: what a person would see. */
export function asObjects({ table, rows }: ReadTable): Record<string, string>[] {
  return rows.map(({ cells }) => Object.fromEntries(table.headers.map((header, index) => [header, cells[index] ?? ''])));
}
