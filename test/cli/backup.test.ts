import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ask } from '../harness/ask.ts';
import { readRevision } from '../harness/read-revision.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { birge as birgeFile, plainEnvironment, runBirge } from './run-birge.ts';
import { startMember } from './running-member.ts';

const members = [
  ['kz', 'kazakhstan', '{ kazakhstan { statements { totalCount } } }'],
  ['hub', 'hub', '{ jointPrograms { nodes { id } } }'],
] as const;

/** The part of the data revision that is the data's own. */
const markOf = async (url: string) => Object.values((await readRevision(url)).body)[0]?.split('.')[0];

describe.each(members)('%s', (network, name, query) => {
  let env: { BIRGE_DATA: string };
  let backup: string;
  const birge = (...args: string[]) => runBirge([...args, '--network', network], env);
  beforeAll(async () => {
    env = { BIRGE_DATA: await temporaryFolder() };
    backup = join(env.BIRGE_DATA, 'safe', 'copy.sqlite');
  });

  test('is backed up while it serves, and what was backed up answers again after a restore', async () => {
    const serving = await startMember(name, env);
    const before = await ask(serving.url, query);
    const mark = await markOf(serving.url);
    const { code, out, err } = await birge('backup', '--to', backup, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const report = JSON.parse(out) as { tables: Record<string, number> };
    expect(report).toMatchObject({ file: backup, member: name, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(Object.values(report.tables).some((rows) => rows > 0)).toBe(true);

    const refused = await birge('restore', backup);
    expect(refused).toMatchObject({
      code: 5,
      err: expect.stringContaining('is in use by a process; stop it, restore, start it again. (DATABASE_IN_USE)'),
    });
    expect(await ask(serving.url, query)).toEqual(before);
    await serving.stop();

    const restored = await birge('restore', backup);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toMatch(
      /is the backup of 20\S+: [\d.]+ MB, checked\.\nThe database before it is kept as \S+\.replaced-\w+\.sqlite\.\n$/,
    );
    const again = await startMember(name, env);
    expect(await ask(again.url, query)).toEqual(before);
    expect([mark, await markOf(again.url)]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), mark]);
    await again.stop();
  });

  test('a backup with a flipped byte is refused as data and as a line', async () => {
    const bytes = readFileSync(backup);
    bytes[5_000] = (bytes[5_000] ?? 0) ^ 1;
    writeFileSync(backup, bytes);
    const line = await birge('restore', backup);
    expect(line).toMatchObject({ code: 1, out: '' });
    expect(line.err).toBe(
      `birge: ${backup} is damaged: its bytes are not those that were written. The database was not touched. (BACKUP_DAMAGED)\n`,
    );
    const data = await birge('restore', backup, '--json');
    expect(data).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(data.out)).toMatchObject({ error: { code: 'BACKUP_DAMAGED' } });
  });

  test('without --to the backup stands in the data folder under its time', async () => {
    const { code, out } = await birge('backup');
    expect(code).toBe(0);
    const files = readdirSync(join(env.BIRGE_DATA, 'backups'));
    expect(files.sort()).toEqual([
      expect.stringMatching(new RegExp(`^${name}-\\d{8}T\\d{6}Z\\.sqlite$`)),
      expect.stringMatching(/\.sqlite\.json$/),
    ]);
    expect(out).toContain(`birge restore ${join(env.BIRGE_DATA, 'backups', files[0] ?? '')} --network ${network}`);
  });
});

test('a disk that takes no more is said, ends with 5 and leaves nothing behind', async () => {
  const env = { BIRGE_DATA: await temporaryFolder() };
  await runBirge(['import', 'list', '--network', 'uz'], env);
  const target = join(env.BIRGE_DATA, 'backups', 'copy.sqlite');
  // The largest file that this shell may write, in blocks of 1,024 bytes.
  const limited = `ulimit -f 64; exec "$0" "$1" backup --network uz --to "$2"`;
  const { status, stderr } = spawnSync('bash', ['-c', limited, process.execPath, birgeFile, target], {
    env: { ...plainEnvironment(), ...env },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 5, stderr: expect.stringContaining('copy.sqlite cannot be written: ') });
  expect(readdirSync(join(env.BIRGE_DATA, 'backups'))).toEqual([]);
});

test('backups taken while an import runs hold all of it or nothing', async () => {
  const env = { BIRGE_DATA: await temporaryFolder() };
  const persons = 20_000;
  const { out } = await runBirge(['synth', '--network', 'uz', '--persons', String(persons), '--json'], env);
  const [{ file } = { file: '' }] = (JSON.parse(out) as { files: { file: string }[] }).files;
  await runBirge(['import', 'list', '--network', 'uz'], env);
  const running = { isOver: false };
  const importing = runBirge(['import', file, '--as', 'persons', '--network', 'uz', '--commit', '--quiet'], env).finally(
    () => (running.isOver = true),
  );
  const seen = new Set<number>();
  for (let turn = 0; !running.isOver || turn === 0; turn += 1) {
    const taken = await runBirge(['backup', '--network', 'uz', '--to', join(env.BIRGE_DATA, 'backups', `${turn}.sqlite`), '--json'], env);
    expect(taken).toMatchObject({ code: 0, err: '' });
    seen.add((JSON.parse(taken.out) as { tables: Record<string, number> }).tables['record_person'] ?? -1);
  }
  expect((await importing).code).toBe(0);
  expect([...seen].filter((rows) => rows !== 0 && rows !== persons)).toEqual([]);
});

test.each([
  ['a network that is none', ['backup', '--network', 'yy'], {}, /"yy" is no network; accepted: .*hub, kz, ru, uz\./],
  ['no network', ['backup'], {}, /required option '--network <code>' not specified/],
  [
    'no database',
    ['backup', '--network', 'KZ'],
    { BIRGE_DATA: '/nowhere' },
    /There is no database \/nowhere\/kazakhstan\.sqlite\. \(DATABASE_MISSING\)/,
  ],
  [
    'a network in PostgreSQL',
    ['backup', '--network', 'kz'],
    { DATABASE_URL_KAZAKHSTAN: 'postgres://u:secret@h/d' },
    /pg_dump --format=custom --file=FILE "\$DATABASE_URL_KAZAKHSTAN"/,
  ],
  [
    'a backup that is not there',
    ['restore', '/nowhere.sqlite', '--network', 'kz'],
    {},
    /\/nowhere\.sqlite\.json cannot be read.*\(BACKUP_UNREADABLE\)/,
  ],
])('%s is wrong use, said in a line', async (_, args, env: Record<string, string>, message) => {
  const { code, err } = await runBirge(args, env);
  expect(err).toMatch(message);
  expect(err).not.toContain('secret');
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(2);
});
