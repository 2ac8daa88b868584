import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type LockHolder, takeImportLock, type TakenLock } from '../../subgraphs/storage/import-lock.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { dropDatabases, hasPostgresql, postgresql } from '../harness/databases.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
// Skipped only where no PostgreSQL answers, and .ci/run makes sure that one does.
const onPostgresql = hasPostgresql ? test : test.skip;

/** Of a lock that is a file nothing is asked. */
const ask = async () => [];

function assertTaken(lock: TakenLock | LockHolder): TakenLock {
  if ('release' in lock) return lock;
  throw new Error(`${lock.owner} has the lock`);
}

/** An empty database, a connection to it, and takers of its lock. */
async function openPlace() {
  const url = (await postgresql.newUrl()) ?? '';
  whenFileEnds(dropDatabases);
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  whenFileEnds(() => client.end());
  const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await client.query<Record<string, unknown>>(sql)).rows;
  return { rows, take: (owner: string) => takeImportLock({ url, file: '' }, owner, NOW) };
}

const breakConnection = (owner: string) =>
  `select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = '${owner}'`;

onPostgresql('a server that drops idle connections does not drop the lock', async () => {
  const { rows, take } = await openPlace();
  await rows(`do $$ begin execute format('alter database %I set idle_session_timeout = 100', current_database()); end $$`);
  const lock = assertTaken(await take('first'));
  await rows('select pg_sleep(0.5)');
  expect(await take('second')).toMatchObject({ owner: 'first' });
  expect(await lock.isHeld(rows)).toBe(true);
  await lock.release();
});

onPostgresql('a lock whose connection broke is not held, whoever has it since', async () => {
  const { rows, take } = await openPlace();
  const first = assertTaken(await take('first'));
  expect(await first.isHeld(rows)).toBe(true);
  await rows(breakConnection('first'));
  expect(await first.isHeld(rows)).toBe(false);
  const second = assertTaken(await take('second'));
  expect([await first.isHeld(rows), await second.isHeld(rows)]).toEqual([false, true]);
  await second.release();
});

onPostgresql('who takes a lost lock waits for a transaction that found it held', async () => {
  const { rows, take } = await openPlace();
  const first = assertTaken(await take('first'));
  await rows('create table written (number integer)');
  await rows('begin; insert into written values (1)');
  expect(await first.isHeld(rows)).toBe(true);
  await rows(breakConnection('first'));
  const second = take('second');
  const waiting = `select 1 from pg_stat_activity where application_name = 'second' and wait_event_type = 'Lock'`;
  while ((await rows(waiting)).length === 0) await rows('select pg_stat_clear_snapshot()');
  await rows('commit');
  await assertTaken(await second).release();
});

test('a lock whose file was removed is not held', async () => {
  const file = join(await temporaryFolder(), 'a.sqlite');
  const first = assertTaken(await takeImportLock({ file }, 'first', NOW));
  expect(await first.isHeld(ask)).toBe(true);
  unlinkSync(`${file}-import`);
  expect(await first.isHeld(ask)).toBe(false);
  const second = assertTaken(await takeImportLock({ file }, 'second', NOW));
  expect([await first.isHeld(ask), await second.isHeld(ask)]).toEqual([false, true]);
  await first.release();
  await second.release();
});
