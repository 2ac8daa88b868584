import type { SqlEntityManager } from '@mikro-orm/sql';
import type { BulkSession } from '../../../storage/bulk/bulk-session.ts';
import { UNDOABLE } from './journal.ts';

/** Imports that keep their images; one that gave them up once is never among them again, whatever is undone later. */
const KEPT = `(select id from import_journal where outcome = 'COMMITTED' and images_forgotten = 0 order by id desc limit ${UNDOABLE})`;

/** What an import can no longer be undone for is not kept: images of records are personal too. The journal says of which imports. */
const FORGET = [
  `delete from record_image where import_id not in ${KEPT}`,
  `delete from import_publication where import_id not in ${KEPT}`,
  `update import_journal set images_forgotten = 1 where outcome = 'COMMITTED' and images_forgotten = 0 and id not in ${KEPT}`,
];

/** Forgets the images of imports that are too old to be undone, inside the session's transaction. */
export async function forgetOldImages(session: BulkSession): Promise<void> {
  for (const statement of FORGET) await session.run(statement);
}

/** The same, inside a transaction of the history. */
export async function forgetOldPublicationImages(entityManager: SqlEntityManager): Promise<void> {
  for (const statement of FORGET) await entityManager.execute(statement);
}
