import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { ask } from '../harness/ask.ts';
import { readRevision } from '../harness/read-revision.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { dropDatabases, hasPostgresql, postgresql } from '../harness/databases.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { startMember } from './running-member.ts';

const run = promisify(execFile);
/** The part of the data revision that is the data's own. */
const markOf = async (url: string) => (await readRevision(url)).body['KZ']?.split('.')[0];
const query = '{ kazakhstan { statements { totalCount } actions { nodes { id } } } }';

// Skipped where no PostgreSQL answers or its tools are not installed.
const isThere = hasPostgresql && spawnSync('pg_dump', ['--version']).status === 0;
const testHere = isThere ? test : test.skip;
testHere('a network in PostgreSQL comes back from a dump as docs/operate.md shows it', async () => {
  whenFileEnds(dropDatabases);
  const folder = await temporaryFolder();
  const [from = '', into = ''] = [await postgresql.newUrl(), await postgresql.newUrl()];
  const member = (url: string) => startMember('kazakhstan', { BIRGE_DATA: folder, DATABASE_URL_KAZAKHSTAN: url });
  const first = await member(from);
  const before = await ask(first.url, query);
  const mark = await markOf(first.url);
  const dump = join(folder, 'kazakhstan.dump');
  // While it serves: a dump is of one moment.
  await run('pg_dump', ['--format=custom', `--file=${dump}`, from]);
  await first.stop();
  await run('pg_restore', ['--exit-on-error', '--no-owner', `--dbname=${into}`, dump]);
  const second = await member(into);
  expect(await ask(second.url, query)).toEqual(before);
  expect([mark, await markOf(second.url)]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), mark]);
  expect(before).toMatchObject({ data: { kazakhstan: { statements: { totalCount: 33 } } } });
});
