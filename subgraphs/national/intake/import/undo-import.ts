import { takeImportLock, type TakenLock } from '../../../storage/import-lock.ts';
import type { Database } from '../../../storage/open-database.ts';
import { writeHistory } from '../../history/write-history.ts';
import type { PublicationTables } from '../../publications/tables.ts';
import { findImportKind } from '../kinds/import-kinds.ts';
import { assertLockHeld } from './assert-lock-held.ts';
import { ImportRefused } from './import-refused.ts';
import type { IntakePlace } from './import-request.ts';
import { readJournal, type StoredEntry } from './journal.ts';
import { openIntake } from './open-intake.ts';
import { undoPublications } from './undo-publications.ts';
import { undoRecords } from './undo-records.ts';

/** Imports that an undoing takes back, newest first. */
export interface Undoing {
  readonly entries: readonly StoredEntry[];
}

/**
 * Takes the database back to what it was before an import: that one and every later one, whatever their kind, newest first and in one transaction.
 * A dry run only tells which.
 * Errors  ImportRefused IMPORT_UNKNOWN, IMPORT_TOO_OLD, IMPORT_LOCKED, LOCK_LOST; those of the database
 */
export async function undoImport(place: IntakePlace, importId: number, actor: string, isCommitted: boolean): Promise<Undoing> {
  const intake = await openIntake(place);
  try {
    const taken = isCommitted
      ? await takeImportLock({ url: place.databaseUrl, file: intake.file }, `${actor} (process ${process.pid})`, place.now())
      : null;
    if (taken !== null && 'owner' in taken) throw new ImportRefused('IMPORT_LOCKED', { found: taken.owner, accepted: [taken.since] });
    try {
      const standing = (await readJournal(intake.database.read as never)).filter(({ outcome }) => outcome === 'COMMITTED');
      const entries = undone(standing, importId);
      if (taken !== null) await takeBack(intake.database, entries, place.now, taken);
      return { entries };
    } finally {
      await taken?.release();
    }
  } finally {
    await intake.close();
  }
}

/** The import and all later ones: each of them must still have its images. */
function undone(standing: readonly StoredEntry[], importId: number): StoredEntry[] {
  const forgotten = standing.findIndex((entry) => entry.images_forgotten === 1);
  const kept = forgotten === -1 ? standing : standing.slice(0, forgotten);
  const accepted = kept.map(({ id }) => String(id));
  const place = standing.findIndex(({ id }) => id === importId);
  if (place === -1) throw new ImportRefused('IMPORT_UNKNOWN', { found: importId, accepted });
  if (place >= kept.length) throw new ImportRefused('IMPORT_TOO_OLD', { found: importId, accepted });
  return standing.slice(0, place + 1);
}

function takeBack(database: Database<PublicationTables>, entries: readonly StoredEntry[], now: () => Date, lock: TakenLock): Promise<void> {
  return writeHistory(database, now, async (writer) => {
    for (const { id, kind: name } of entries) {
      const kind = findImportKind(name);
      if (kind?.family === 'record') await undoRecords(writer.entityManager, database.kind, kind, id);
      else await undoPublications(writer, id);
      await writer.entityManager.execute(`update import_journal set outcome = 'UNDONE', undone_at = ? where id = ?`, [
        now().toISOString(),
        id,
      ]);
    }
    await assertLockHeld(lock, (sql) => writer.entityManager.execute(sql));
  });
}
