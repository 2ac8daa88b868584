import type { Kysely } from 'kysely';
import type { Database } from '../../storage/open-database.ts';
import type { PublicationTables } from '../publications/tables.ts';
import { HistoryWriter } from './history-writer.ts';

/**
 * Runs work that changes what is published: one transaction, wholly or not at all, and one at a time, so that the numbers of the feed grow in
 * the order of commits. Whoever has read up to a number has read everything up to it.
 * Errors  those of the work, HistoryRefused among them, and of the database
 */
export function writeHistory<Result>(
  database: Database<PublicationTables>,
  now: () => Date,
  work: (writer: HistoryWriter) => Promise<Result>,
): Promise<Result> {
  return database.write(async (entityManager) => {
    // Taken before anything is read: who waits here sees what the writer before it committed. Readers are not kept waiting.
    if (database.kind === 'postgresql') await entityManager.execute('lock table change in share row exclusive mode');
    const tables = entityManager.getKysely() as unknown as Kysely<PublicationTables>;
    const last = await tables.selectFrom('change').select(['seq', 'at']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
    const instant = now().toISOString();
    // A clock that was set back must not hide a change from who asks for later ones.
    const at = last !== undefined && last.at > instant ? last.at : instant;
    return work(new HistoryWriter(entityManager, { lastSeq: last?.seq ?? 0, at }));
  });
}
