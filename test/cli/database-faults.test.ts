import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { freePorts } from '../../bench/free-ports.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { dropDatabases, hasPostgresql, postgresql } from '../harness/databases.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { birge, plainEnvironment, runBirge } from './run-birge.ts';

const subgraph = ['subgraph', 'uzbekistan', '--port', '0'] as const;
const quality = ['quality', '--network', 'uz'] as const;
/** Commands that open a network's database. */
const commands = [subgraph, quality] as const;
const PASSWORD = 'sentinel-password';

let filled = '';
beforeAll(async () => {
  filled = await temporaryFolder();
  expect((await runBirge(['import', 'list', '--network', 'kz', '--data', filled])).code).toBe(0);
});

/** A folder in which the database of Uzbekistan is what a test makes of it. */
async function folderWith(make: (file: string) => Promise<unknown>): Promise<{ folder: string; file: string }> {
  const folder = await temporaryFolder();
  const file = join(folder, 'uzbekistan.sqlite');
  await make(file);
  return { folder, file };
}

describe("a database that holds another country's data is served by nobody under the wrong name", () => {
  test.each([...commands, ['import', 'list', '--network', 'uz'] as const])('a file, by birge %s', async (...args) => {
    const { folder, file } = await folderWith((path) => copyFile(join(filled, 'kazakhstan.sqlite'), path));
    const { code, err } = await runBirge(args, { BIRGE_DATA: folder });
    expect(err).toContain(`${file} holds the data of KZ, not of UZ: move the file away`);
    expect(err).toMatch(/^birge: .*set BIRGE_DATA to the folder that has it \(DATABASE_OF_ANOTHER\)\n$/);
    expect(code).toBe(2);
  });

  // Skipped only where no PostgreSQL answers, and .ci/run makes sure that one does.
  const testHere = hasPostgresql ? test : test.skip;
  testHere.each([
    ['DATABASE_URL', quality],
    ['DATABASE_URL_UZBEKISTAN', subgraph],
  ] as const)('in PostgreSQL, by the variable %s', async (variable, command) => {
    whenFileEnds(dropDatabases);
    const url = new URL((await postgresql.newUrl()) ?? '');
    url.password = PASSWORD;
    expect((await runBirge(['import', 'list', '--network', 'kz'], { DATABASE_URL: url.href })).code).toBe(0);
    const { code, out, err } = await runBirge(command, { [variable]: url.href });
    expect(err).toBe(
      `birge: uzbekistan: the database of ${variable} holds the data of KZ, not of UZ: set ${variable} to the database of UZ, or to a new one (DATABASE_OF_ANOTHER)\n`,
    );
    expect(out + err).not.toContain(PASSWORD);
    expect(code).toBe(2);
  });
});

describe('a database that cannot be used is told in one line', () => {
  test.each(commands)('a file that is no database, by birge %s', async (...command) => {
    const { folder, file } = await folderWith((path) => writeFile(path, 'garbage'.repeat(2_000)));
    const { code, err } = await runBirge(command, { BIRGE_DATA: folder });
    expect(err).toBe(`birge: uzbekistan: the file of the database is no database; move it away or restore a backup (${file})\n`);
    expect(code).toBe(5);
  });

  test('a damaged file', async () => {
    const { folder, file } = await folderWith(async (path) => {
      await copyFile(join(filled, 'kazakhstan.sqlite'), path);
      await truncate(path, 20_000);
    });
    const { code, err } = await runBirge(quality, { BIRGE_DATA: folder });
    expect(err).toBe(`birge: uzbekistan: the database file is damaged; restore a backup (${file})\n`);
    expect(code).toBe(5);
  });

  test('a folder in its place', async () => {
    const { folder, file } = await folderWith((path) => mkdir(path));
    const { code, err } = await runBirge(subgraph, { BIRGE_DATA: folder });
    expect(err).toBe(
      `birge: uzbekistan: the database cannot be opened: check that it is a file, and that its folder is there and may be written (${file})\n`,
    );
    expect(code).toBe(3);
  });

  // Nobody can take the rights of root away: it is run as another account there.
  test('a file and a folder that may not be written', async () => {
    const { folder, file } = await folderWith((path) => copyFile(join(filled, 'kazakhstan.sqlite'), path));
    await chmod(file, 0o444);
    await chmod(folder, 0o555);
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const env = { ...plainEnvironment(), BIRGE_DATA: folder };
    const { status, stderr } = spawnSync(process.execPath, [birge, ...subgraph], { env, encoding: 'utf8', ...uid });
    await chmod(folder, 0o755);
    expect(stderr).toMatch(/^birge: uzbekistan: the database .*\n$/);
    expect(stderr).toContain(`(${file})`);
    expect(status).toBe(3);
  });

  test.each(commands)('a PostgreSQL that is away, by birge %s', async (...command) => {
    const [port = 0] = await freePorts(1);
    const url = `postgres://birge:${PASSWORD}@127.0.0.1:${port}/birge_uz`;
    const { code, out, err } = await runBirge(command, { DATABASE_URL_UZBEKISTAN: url });
    expect(err).toBe('birge: uzbekistan: PostgreSQL does not answer at its address (the database of DATABASE_URL_UZBEKISTAN)\n');
    expect(out + err).not.toContain(PASSWORD);
    expect(code).toBe(5);
  });

  test('a password that is wrong', async () => {
    const url = await refusingServer();
    const { code, out, err } = await runBirge(quality, { DATABASE_URL_UZBEKISTAN: url });
    expect(err).toBe('birge: uzbekistan: PostgreSQL does not let this account in (the database of DATABASE_URL_UZBEKISTAN)\n');
    expect(out + err).not.toContain(PASSWORD);
    expect(code).toBe(3);
  });

  // Skipped only where no PostgreSQL answers, and .ci/run makes sure that one does.
  const testHere = hasPostgresql ? test : test.skip;
  testHere('a database that PostgreSQL does not have, and none is made', async () => {
    whenFileEnds(dropDatabases);
    const url = new URL((await postgresql.newUrl()) ?? '');
    url.pathname += '_mistyped';
    for (const command of commands) {
      const { code, err } = await runBirge(command, { DATABASE_URL_UZBEKISTAN: url.href });
      expect(err).toBe('birge: uzbekistan: PostgreSQL has no such database; createdb makes it (the database of DATABASE_URL_UZBEKISTAN)\n');
      expect(code).toBe(3);
    }
  });
});

/** A server that speaks just as much PostgreSQL as it takes to refuse a password: the one of the tests lets everybody in. */
async function refusingServer(): Promise<string> {
  const fields = ['SFATAL', 'VFATAL', 'C28P01', 'Mpassword authentication failed'].map((field) => `${field}\0`).join('');
  const refusal = Buffer.alloc(5 + fields.length + 1);
  refusal.write('E');
  refusal.writeInt32BE(refusal.length - 1, 1);
  refusal.write(fields, 5);
  const server = createServer((socket) => socket.on('error', () => undefined).once('data', () => socket.end(refusal)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  whenFileEnds(async () => void server.close());
  return `postgres://birge:${PASSWORD}@127.0.0.1:${(server.address() as { port: number }).port}/birge_uz`;
}

test.each(['subgraph', 'up'])('a data folder that is a file is told in one line by birge %s', async (command) => {
  const folder = await temporaryFolder();
  const file = join(folder, 'data');
  await writeFile(file, '');
  const { code, err } = await runBirge(command === 'up' ? ['up'] : [command, 'uzbekistan', '--port', '0'], { BIRGE_DATA: file });
  expect(err).toMatch(/^birge: .*a file stands where .* set BIRGE_DATA to a folder \(.*\)\n$/);
  expect(err).toContain(file);
  expect(code).toBe(3);
});
