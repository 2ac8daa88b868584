import type { Kysely } from 'kysely';
import type { PublishedTable } from '../publications/published-tables.ts';
import type { HistoryWriter } from './history-writer.ts';

/** Which of the ids are published, as the transaction sees it. */
export async function presentIds(writer: HistoryWriter, { table }: PublishedTable, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const tables = writer.tables as unknown as Kysely<Record<string, { id: string }>>;
  const rows = await tables
    .selectFrom(table)
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}
