import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { BulkSession } from '../../../storage/bulk/bulk-session.ts';
import type { Database } from '../../../storage/open-database.ts';
import { loadPublications } from '../load-publications.ts';
import { openNetworkDatabase } from '../../open-network-database.ts';
import { publicationEntities, type PublicationTables } from '../../publications/tables.ts';
import { qualityEntities } from '../quality/report/quality-tables.ts';
import type { IntakePlace } from './import-request.ts';
import { journalEntities, type JournalTables } from './journal.ts';

/** A network's database, open for imports. */
export interface Intake {
  readonly database: Database<PublicationTables & JournalTables>;
  readonly file: string;
  /** Opens a connection of its own for millions of rows. */
  openSession(): Promise<BulkSession>;
  close(): Promise<void>;
}

/**
 * Opens the database of a network as its subgraph does: brought to the newest migration, and filled from its data files when it is empty, so that
 * the regions and actions that rows refer to are there.
 * Errors  those of the driver; PublicationsRefused, DataFileError for wrong data files; DatabaseOfAnother
 */
export async function openIntake({ network, databaseUrl, dataFolder, now }: IntakePlace): Promise<Intake> {
  const file = join(dataFolder, `${network.subgraph}.sqlite`);
  const database = await openNetworkDatabase<PublicationTables & JournalTables>(network, {
    entities: [...publicationEntities, ...journalEntities, ...qualityEntities],
    url: databaseUrl,
    file,
  });
  try {
    await loadPublications(database, network, now, pino({ level: 'silent' }));
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    database,
    file,
    async openSession() {
      // Each loads its own driver only.
      if (databaseUrl === undefined) return (await import('../../../storage/bulk/sqlite-session.ts')).openSqliteSession(file);
      return (await import('../../../storage/bulk/postgresql-session.ts')).openPostgresqlSession(databaseUrl, 'birge import');
    },
    close: () => database.close(),
  };
}

/** Who imports, as the journal and the lock name it: an account and a machine. */
export function actorOfProcess(): string {
  return `${userInfo().username}@${hostname()}`;
}
