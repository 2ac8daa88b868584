import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { whenFileEnds } from '../harness/cleanup.ts';
import { dropDatabases, hasPostgresql, postgresql, sqlite, type TestDatabase } from '../harness/databases.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { migrations } from '../../subgraphs/national/migrations/migrations.ts';
import { SourceRow } from '../../subgraphs/national/publications/source/row.ts';
import { publicationEntities, type PublicationTables } from '../../subgraphs/national/publications/tables.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';

async function open(database: TestDatabase) {
  const url = await database.newUrl();
  if (url !== undefined) whenFileEnds(dropDatabases);
  const options = { entities: publicationEntities, migrations, url, file: join(await temporaryFolder(), 'test.sqlite') };
  const opened = await openDatabase<PublicationTables>(options);
  whenFileEnds(() => opened.close());
  return { opened, options };
}

const source = (id: string) => ({
  id,
  key: 'k',
  label: '{}',
  title: null,
  publisher: null,
  url: null,
  language: null,
  published: null,
  publishedInferred: null,
  knownFrom: null,
  knownFromBasis: null,
});
const ids = async (opened: Awaited<ReturnType<typeof open>>['opened']) =>
  (await opened.read.selectFrom('source').select('id').orderBy('id').execute()).map(({ id }) => id);

const databases = [sqlite, postgresql].map((database) => [database.name, database, database === sqlite || hasPostgresql] as const);
for (const [name, database, isThere] of databases) {
  // Skipped only where no PostgreSQL answers; the name then says so, and .ci/run makes sure that one does.
  const testHere = isThere ? test : test.skip;

  testHere(`on ${name}, what fails in the middle leaves nothing behind`, async () => {
    const { opened } = await open(database);
    const failing = opened.write(async (entityManager) => {
      await entityManager.insertMany(SourceRow, [source('a')] as never);
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await ids(opened)).toEqual([]);
  });

  testHere(`on ${name}, two writers take turns and both are kept`, async () => {
    const { opened } = await open(database);
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((id) => opened.write((entityManager) => entityManager.insertMany(SourceRow, [source(id)] as never))),
    );
    expect(await ids(opened)).toEqual(['a', 'b', 'c', 'd']);
  });

  testHere(`on ${name}, texts sort byte by byte`, async () => {
    const { opened } = await open(database);
    const unsorted = ['ё', 'е', 'я', 'Z', 'a', 'ʻ', '-', '0', 'kz:a-b', 'kz:a', 'kz:a:b'];
    await opened.write((entityManager) => entityManager.insertMany(SourceRow, unsorted.map(source) as never));
    expect(await ids(opened)).toEqual(unsorted.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  testHere(`on ${name}, a second opening finds the tables and the rows`, async () => {
    const { opened, options } = await open(database);
    await opened.write((entityManager) => entityManager.insertMany(SourceRow, [source('a')] as never));
    const again = await openDatabase<PublicationTables>(options);
    expect(await ids(again as never)).toEqual(['a']);
    await again.close();
  });
}

test('on SQLite, a long query does not stop the event loop', async () => {
  const { opened } = await open(sqlite);
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  const counted = await sql<{
    rows: number;
  }>`with recursive n(i) as (select 1 union all select i + 1 from n where i < 1500000) select count(*) as rows from n`.execute(opened.read);
  clearInterval(timer);
  expect(counted.rows).toEqual([{ rows: 1_500_000 }]);
  expect(ticks).toBeGreaterThan(5);
});

test('on SQLite, the reading connection refuses to write', async () => {
  const { opened } = await open(sqlite);
  await expect(opened.read.deleteFrom('source').execute()).rejects.toThrow(/readonly/);
});
