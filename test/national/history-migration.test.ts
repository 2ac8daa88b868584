import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { whenFileEnds } from '../harness/cleanup.ts';
import { dropDatabases } from '../harness/databases.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { migrations } from '../../subgraphs/national/migrations/migrations.ts';
import { publicationEntities, PublicationLoadRow, type PublicationTables } from '../../subgraphs/national/publications/tables.ts';
import { SourceRow } from '../../subgraphs/national/publications/source/row.ts';
import { ActionRow } from '../../subgraphs/national/publications/action/row.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';
import { databases } from './open-history.ts';
import { actionRow, sourceRow } from './published-samples.ts';

test.each(databases)('on $name, a database that was filled before it had a feed tells of everything it holds', async (kind) => {
  const url = await kind.newUrl();
  if (url !== undefined) whenFileEnds(dropDatabases);
  const options = { entities: publicationEntities, url, file: join(await temporaryFolder(), 'xa.sqlite') };
  const loadedAt = '2026-01-02T03:04:05.678Z';
  const before = await openDatabase<PublicationTables>({ ...options, migrations: migrations.slice(0, 1) });
  await before.write(async (entityManager) => {
    await entityManager.insertMany(ActionRow, [actionRow('b'), actionRow('a')]);
    await entityManager.insertMany(SourceRow, [sourceRow('z')]);
    await entityManager.insertMany(PublicationLoadRow, [{ digest: 'd', loadedAt, rowCount: 3 }]);
  });
  await before.close();

  const after = await openDatabase<PublicationTables>({ ...options, migrations });
  whenFileEnds(() => after.close());
  const feed = await after.read.selectFrom('change').selectAll().orderBy('seq').execute();
  const told = { op: 'UPSERT', cause: 'PUBLISHED', at: loadedAt, undone_import: null };
  expect(feed.map((row) => ({ ...row }))).toEqual([
    { seq: 1, type: 'Source', entity: 'xa:source:z', ...told },
    { seq: 2, type: 'Action', entity: 'xa:action:a', ...told },
    { seq: 3, type: 'Action', entity: 'xa:action:b', ...told },
  ]);
});
