import type { MigrationEntry } from '../../storage/open-database.ts';
import { JointProgramsMigration } from './0001-joint-programs.ts';
import { LastKnownMigration } from './0002-last-known.ts';
import { DataRevisionMigration } from './0003-data-revision.ts';

/** Every migration of the hub's database, oldest first; a released one is never edited. */
export const migrations: readonly MigrationEntry[] = [
  { name: '0001-joint-programs', class: JointProgramsMigration },
  { name: '0002-last-known', class: LastKnownMigration },
  { name: '0003-data-revision', class: DataRevisionMigration },
];
