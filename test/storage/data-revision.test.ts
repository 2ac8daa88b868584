import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { whenFileEnds } from '../harness/cleanup.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { migrations } from '../../subgraphs/hub/migrations/migrations.ts';
import { hubEntities, type HubTables } from '../../subgraphs/hub/tables.ts';
import { DataRevision } from '../../subgraphs/storage/data-revision.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';

async function openHub() {
  const database = await openDatabase<HubTables>({ entities: hubEntities, migrations, file: join(await temporaryFolder(), 'hub.sqlite') });
  whenFileEnds(() => database.close());
  return database;
}

test('whoever asks within a moment shares one reading of the database', async () => {
  const { read } = await openHub();
  const revision = new DataRevision(read as never);
  const asked = Array.from({ length: 1_000 }, () => revision.current());
  expect(new Set(asked).size).toBe(1);
  expect(await asked[0]).toMatch(/^[0-9a-f]{32}\.[0-9a-f]{8}$/);
});

test('two runs over the same data tell different revisions, since their programs may differ', async () => {
  const { read } = await openHub();
  const [first = '', second = ''] = await Promise.all(
    [new DataRevision(read as never), new DataRevision(read as never)].map((run) => run.current()),
  );
  expect(first.split('.')[0]).toBe(second.split('.')[0]);
  expect(first).not.toBe(second);
});

test('no two databases begin with the same revision', async () => {
  const marks = await Promise.all([openHub(), openHub()].map(async (hub) => new DataRevision((await hub).read as never).current()));
  expect(new Set(marks.map((mark) => mark.split('.')[0])).size).toBe(2);
});
