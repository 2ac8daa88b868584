import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { LastKnownCopies } from '../../subgraphs/hub/last-known/last-known-copies.ts';
import { migrations } from '../../subgraphs/hub/migrations/migrations.ts';
import { hubEntities, type HubTables } from '../../subgraphs/hub/tables.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { dropDatabases, hasPostgresql, postgresql, sqlite } from '../harness/databases.ts';
import { silent } from '../harness/open-door.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const databases = (hasPostgresql ? [sqlite, postgresql] : [sqlite]).map((kind) => [kind.name, kind] as const);

test.each(databases)('on %s, a restart of the hub remembers what was kept, up to its size, newest first', async (_, kind) => {
  const url = await kind.newUrl();
  if (url !== undefined) whenFileEnds(dropDatabases);
  const database = await openDatabase<HubTables>({
    entities: hubEntities,
    migrations,
    url,
    file: join(await temporaryFolder(), 'hub.sqlite'),
  });
  whenFileEnds(() => database.close());
  const clock = { now: Date.parse('2026-03-01T00:00:00Z') };
  const open = () =>
    new LastKnownCopies({ database, maxSize: 100, now: () => new Date(clock.now), lastKnownFor: () => 'P1D', log: silent });
  const first = open();
  for (const question of ['oldest', 'older', 'newest']) {
    clock.now += 1_000;
    first.keep('KZ', question, question.padEnd(40, '.'));
  }
  first.keep('RU', 'other', 'x');
  await first.stop();

  const second = open();
  await second.start();
  const found = ['oldest', 'older', 'newest'].map((question) => second.find('KZ', question)?.answer.slice(0, question.length) ?? null);
  expect(found).toEqual([null, 'older', 'newest']);
  expect(second.find('KZ', 'newest')?.asOf).toBe('2026-03-01T00:00:03.000Z');

  second.drop('KZ');
  await second.stop();
  const third = open();
  await third.start();
  expect([third.find('KZ', 'newest'), third.find('RU', 'other')?.answer]).toEqual([null, 'x']);
});
