import type { MigrationEntry } from '../../storage/open-database.ts';
import { PublicationsMigration } from './0001-publications.ts';
import { HistoryMigration } from './0002-history.ts';
import { SearchMigration } from './0003-search.ts';
import { IndicatorOrderMigration } from './0004-indicator-order.ts';
import { RecordsMigration } from './0005-records.ts';
import { QualityMigration } from './0006-quality.ts';
import { ImportsMigration } from './0007-imports.ts';
import { ConsentsByPersonMigration } from './0008-consents-by-person.ts';
import { DataRevisionMigration } from './0009-data-revision.ts';
import { RecordsByKeyMigration } from './0010-records-by-key.ts';
import { ImagesForgottenMigration } from './0011-images-forgotten.ts';

/** Every migration of a national database, oldest first; a released one is never edited. */
export const migrations: readonly MigrationEntry[] = [
  { name: '0001-publications', class: PublicationsMigration },
  { name: '0002-history', class: HistoryMigration },
  { name: '0003-search', class: SearchMigration },
  { name: '0004-indicator-order', class: IndicatorOrderMigration },
  { name: '0005-records', class: RecordsMigration },
  { name: '0006-quality', class: QualityMigration },
  { name: '0007-imports', class: ImportsMigration },
  { name: '0008-consents-by-person', class: ConsentsByPersonMigration },
  { name: '0009-data-revision', class: DataRevisionMigration },
  { name: '0010-records-by-key', class: RecordsByKeyMigration },
  { name: '0011-images-forgotten', class: ImagesForgottenMigration },
];
