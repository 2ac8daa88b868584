import { existsSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { databases } from '../../open-history.ts';
import { holdWriting } from './hold-writing.ts';
import { type OpenImport, openImport } from './open-import.ts';

// An importer whose lock is gone before it commits: somebody else may have written since its plan was made.

const PERSONS = ['sourceKey,joinedOn', 'P1,2020-01-01', 'P2,2021-01-01'];
const NAMES = ['subject,alias,basis', 'xa:organization:council,Senate of the Isles,STATED'];

/** Lets the work come to where it writes, takes its lock away, and lets it go on. */
async function loseLock({ place, folder }: OpenImport, work: () => Promise<unknown>): Promise<unknown> {
  const { databaseUrl: url } = place;
  const file = join(folder, 'atlantis.sqlite');
  if (url === undefined) unlinkSync(`${file}-import`);
  const writing = await holdWriting(url, file);
  const result = work();
  // An import that ends before it waits fails the test, not the loops below.
  const state = { hasEnded: false };
  result.catch(() => undefined).finally(() => (state.hasEnded = true));
  if (url === undefined) {
    while (!state.hasEnded && !existsSync(`${file}-import`)) await new Promise((resolve) => setImmediate(resolve));
    if (!state.hasEnded) unlinkSync(`${file}-import`);
  } else {
    const client = new Client({ connectionString: url });
    await client.connect();
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while (!state.hasEnded && (await client.query(waiting)).rows.length === 0);
    await client.query(`select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory' and objid = 7310001`);
    await client.end();
  }
  await writing.release();
  return result;
}

describe.each(databases)('on $name', (kind) => {
  let network: OpenImport;
  beforeEach(async () => {
    network = await openImport(kind);
    await network.bring('persons', PERSONS);
  });
  afterEach(() => network.close());

  test.each([
    ['an import', () => network.bring('persons', [...PERSONS, 'P3,2022-01-01'])],
    ['a first import', () => network.bring('search-cases', ['sourceKey,openedAt', 'S1,2024-05-01T10:00:00Z'])],
    ['an import of publications', () => network.bring('names', NAMES)],
    ['an undoing', () => network.undo(1)],
  ])('%s that lost its lock writes nothing, not even in the journal, and can be repeated', async (_, work) => {
    const before = [await network.hash(), await network.journal()];
    await expect(loseLock(network, work)).rejects.toMatchObject({ code: 'LOCK_LOST' });
    expect([await network.hash(), await network.journal()]).toEqual(before);
    await work();
    expect(await network.hash()).not.toBe(before[0]);
  });
});
