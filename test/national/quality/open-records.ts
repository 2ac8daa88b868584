import { join } from 'node:path';
import { network } from '../../../subgraphs/kazakhstan/network.ts';
import { loadPublications } from '../../../subgraphs/national/intake/load-publications.ts';
import { checkStored, type StoredCheck, type StoredCheckOptions } from '../../../subgraphs/national/intake/quality/check-stored.ts';
import { qualityEntities } from '../../../subgraphs/national/intake/quality/report/quality-tables.ts';
import { migrations } from '../../../subgraphs/national/migrations/migrations.ts';
import { publicationEntities, type PublicationTables } from '../../../subgraphs/national/publications/tables.ts';
import { recordEntities } from '../../../subgraphs/national/records/record-tables.ts';
import { type Database, openDatabase } from '../../../subgraphs/storage/open-database.ts';
import { whenFileEnds } from '../../harness/cleanup.ts';
import { dropDatabases, type TestDatabase } from '../../harness/databases.ts';
import { FROZEN_NOW, silent } from '../../harness/open-door.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';
import type { StoredRecord } from './table-samples.ts';

/** Kazakhstan's database with its publications, and records that a test stores and removes. */
export interface OpenRecords {
  readonly database: Database<PublicationTables>;
  readonly dataFolder: string;
  /** Of PostgreSQL; undefined on SQLite. */
  readonly url: string | undefined;
  store(records: readonly StoredRecord[]): Promise<void>;
  clear(): Promise<void>;
  check(options?: Partial<StoredCheckOptions>): Promise<StoredCheck>;
}

export async function openRecords(kind: TestDatabase): Promise<OpenRecords> {
  const url = await kind.newUrl();
  if (url !== undefined) whenFileEnds(dropDatabases);
  const dataFolder = await temporaryFolder();
  const file = join(dataFolder, `${network.subgraph}.sqlite`);
  const entities = [...publicationEntities, ...recordEntities, ...qualityEntities];
  const database = await openDatabase<PublicationTables>({ entities, migrations, url, file });
  whenFileEnds(() => database.close());
  await loadPublications(database, network, () => FROZEN_NOW, silent);
  return {
    database,
    dataFolder,
    url,
    store: (records) =>
      database.write(async (entityManager) => {
        for (const { table, ...values } of records)
          await entityManager
            .getKysely()
            .insertInto(`record_${table}` as never)
            .values(values)
            .execute();
      }),
    clear: () =>
      database.write(async (entityManager) => {
        for (const { meta } of recordEntities)
          await entityManager
            .getKysely()
            .deleteFrom(meta.tableName as never)
            .execute();
      }),
    check: (options) => checkStored({ database, network, now: FROZEN_NOW, ...options }),
  };
}
