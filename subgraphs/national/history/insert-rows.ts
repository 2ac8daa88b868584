import type { PublishedTable } from '../publications/published-tables.ts';
import { HistoryRefused } from './history-refused.ts';
import type { HistoryWriter } from './history-writer.ts';

/** A row of a published table, by its properties. */
export type PublishedRow = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Adds rows whose ids no row of the table has, and their UPSERT changes.
 * Errors  HistoryRefused ID_WITHDRAWN; those of the database when an id is taken
 */
export async function insertRows(writer: HistoryWriter, { entity, type }: PublishedTable, rows: readonly PublishedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const withdrawn = writer.undoneImport === null ? await findWithdrawn(writer, ids) : undefined;
  if (withdrawn !== undefined) throw new HistoryRefused('ID_WITHDRAWN', withdrawn);
  await writer.record('PUBLISHED', type, ids);
  await writer.entityManager.insertMany(entity, [...rows] as never);
}

/** An id that was withdrawn for good. What an import brought and its undoing took away may come again. */
async function findWithdrawn(writer: HistoryWriter, ids: readonly string[]): Promise<string | undefined> {
  const found = await writer.tables
    .selectFrom('change')
    .select('entity')
    .where('entity', 'in', [...ids])
    .where('cause', '=', 'WITHDRAWN')
    .where('undone_import', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found?.entity;
}
