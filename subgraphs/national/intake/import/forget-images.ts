import type { SqlEntityManager } from '@mikro-orm/sql';
import type { BulkSession } from '../../../storage/bulk/bulk-session.ts';
import { UNDOABLE } from './journal.ts';

/** What an import can no longer be undone for is not kept: images of records are personal too. */
const OLD = `(select id from import_journal where outcome = 'COMMITTED' order by id desc limit ${UNDOABLE})`;

export async function forgetOldImages(session: BulkSession): Promise<void> {
  await session.run(`delete from record_image where import_id not in ${OLD}`);
  await session.run(`delete from import_publication where import_id not in ${OLD}`);
}

/** The same, inside a transaction of the history. */
export async function forgetOldPublicationImages(entityManager: SqlEntityManager): Promise<void> {
  await entityManager.execute(`delete from record_image where import_id not in ${OLD}`);
  await entityManager.execute(`delete from import_publication where import_id not in ${OLD}`);
}
