import { spawnSync } from 'node:child_process';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from '@jest/globals';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { birge, plainEnvironment, runBirge } from './run-birge.ts';

const MAPPING = 'version: 1\nkind: persons\ncolumns: { key: sourceKey, sex: sex }\n';
const LARGE = 20_000;
/** Kilobytes that a file may have: more than the empty database, less than the rows need. */
const LIMIT = 1_500;

let folder = '';
const fileNamed = (name: string): string => join(folder, name);
const argsFor = (name: string, ...more: readonly string[]): string[] => {
  const place = ['--network', 'kz', '--data', folder, '--mapping', fileNamed('persons.yaml')];
  return ['import', fileNamed(name), '--as', 'persons', ...place, '--allow-drop', ...more];
};

const participations = (name: string, ...more: readonly string[]): string[] =>
  argsFor(name, ...more).map((arg) => (arg === 'persons' ? 'participations' : arg.replace('persons.yaml', 'participations.yaml')));

function keysIn(): string[] {
  const database = new DatabaseSync(fileNamed('kazakhstan.sqlite'));
  try {
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    return database
      .prepare('select source_key as "key" from record_person order by 1')
      .all()
      .map(({ key }) => String(key));
  } finally {
    database.close();
  }
}

/** Runs `birge` where no file may grow beyond the limit, as on a full disk. */
function runLimited(args: readonly string[]): { code: number | null; err: string } {
  const command = `ulimit -f ${LIMIT}; exec "$0" "$@"`;
  const { status, stderr } = spawnSync('bash', ['-c', command, process.execPath, birge, ...args], {
    env: plainEnvironment(),
    encoding: 'utf8',
  });
  return { code: status, err: stderr };
}

const manyOf = (sex: string): string => Array.from({ length: LARGE }, (_, index) => `${'K'.repeat(60)}${index},${sex}`).join('\n');

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(fileNamed('persons.yaml'), MAPPING);
  await writeFile(fileNamed('few.csv'), 'key,sex\nP1,F\nP2,M\n');
  await writeFile(fileNamed('many.csv'), `key,sex\n${manyOf('F')}\n`);
  await writeFile(fileNamed('wrong.csv'), `key,sex\n${manyOf('X')}\n`);
  expect((await runBirge(argsFor('few.csv', '--commit'))).err).not.toContain('birge:');
});

test('a disk that is full in the middle of the writing leaves what was there, and room makes the import possible', async () => {
  const full = runLimited(argsFor('many.csv', '--commit'));
  expect(full.err).toMatch(/Nothing was written\. \(MACHINE\)/);
  expect(full.code).toBe(5);
  expect(keysIn()).toEqual(['P1', 'P2']);
  expect((await runBirge(argsFor('many.csv', '--commit'))).code).toBe(0);
  expect(keysIn()).toHaveLength(LARGE);
  expect((await runBirge(argsFor('few.csv', '--commit'))).code).toBe(0);
});

test('a disk that is full while the rows of a first file go into their table leaves none of them, and the table as it was', async () => {
  const seen = () => {
    const database = new DatabaseSync(fileNamed('kazakhstan.sqlite'));
    try {
      const rows = database.prepare('select count(*) as count from record_participation').get()?.['count'];
      const tables = database.prepare(`select name, sql from sqlite_master where tbl_name = 'record_participation' order by name`).all();
      return { rows, tables, sound: database.prepare('pragma integrity_check').get()?.['integrity_check'] };
    } finally {
      database.close();
    }
  };
  await writeFile(
    fileNamed('participations.yaml'),
    'version: 1\nkind: participations\ncolumns: { key: sourceKey, person: personKey, date: date }\n',
  );
  const days = Array.from({ length: LARGE }, (_, index) =>
    new Date(Date.UTC(1991, 0, 1 + Math.floor(index / 2))).toISOString().slice(0, 10),
  );
  await writeFile(
    fileNamed('work.csv'),
    ['key,person,date', ...days.map((day, index) => `${'W'.repeat(60)}${index},P${(index % 2) + 1},${day}`)].join('\n'),
  );
  const before = seen();
  expect(before).toMatchObject({ rows: 0, sound: 'ok' });
  const full = runLimited(participations('work.csv', '--commit'));
  expect(full.err).toMatch(/Nothing was written\. \(MACHINE\)/);
  expect(full.code).toBe(5);
  expect(seen()).toEqual(before);
  expect((await runBirge(participations('work.csv', '--commit'))).code).toBe(0);
  expect(seen()).toEqual({ ...before, rows: LARGE });
});

test('a disk without room for the refused rows stops the import, and no half file stays', async () => {
  const full = runLimited(argsFor('wrong.csv', '--commit', '--max-errors', '100%'));
  expect(full.err).toMatch(/\(MACHINE\)/);
  expect(full.code).toBe(5);
  expect(keysIn()).toEqual(['P1', 'P2']);
  expect((await readdir(folder)).filter((name) => name.includes('rejected'))).toEqual([]);
});

test('a file without a right to it is told as such, with the exit code of wrong use or of rights', async () => {
  const missing = await runBirge(argsFor('nowhere.csv'));
  expect(missing.err).toMatch(/the file cannot be read \(ENOENT\).*\(FILE_UNREADABLE\)/s);
  expect(missing.code).toBe(2);
});

// Nobody can take the rights of root away: it is run as another account there.
test('a folder that may not be written leaves everything as it was, with the exit code of rights', async () => {
  await chmod(folder, 0o555);
  const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const { status, stderr } = spawnSync(process.execPath, [birge, ...argsFor('few.csv', '--commit')], {
    env: plainEnvironment(),
    encoding: 'utf8',
    ...uid,
  });
  await chmod(folder, 0o755);
  expect(stderr).toMatch(/\(MACHINE\)/);
  expect(status).toBe(3);
  expect(keysIn()).toEqual(['P1', 'P2']);
});

test('refused rows beside which nothing may be written are told all the same, and no good row is taken without them', async () => {
  const [closed, data] = [await temporaryFolder(), await temporaryFolder()];
  const file = join(closed, 'bad.csv');
  await writeFile(file, 'key,sex\nP3,X\nP4,F\n');
  await chmod(closed, 0o555);
  await chmod(data, 0o777);
  const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const run = (...more: readonly string[]) => {
    const args = argsFor('bad.csv', '--max-errors', '1', ...more).map((arg) =>
      arg === folder ? data : arg === fileNamed('bad.csv') ? file : arg,
    );
    return spawnSync(process.execPath, [birge, ...args], { env: plainEnvironment(), encoding: 'utf8', ...uid });
  };
  const warning = `Warning: the refused rows stand nowhere, ${file}.rejected.csv cannot be written (EACCES); check the folder and your rights`;
  const dry = run();
  expect(dry.stdout).toContain('Refused: row 2, B "sex": WORD_UNKNOWN');
  expect(dry.stdout).toContain(warning);
  expect(dry.status).toBe(0);
  const committed = run('--commit');
  expect(committed.stdout).toContain('Refused: row 2, B "sex": WORD_UNKNOWN');
  expect(committed.stdout).toContain(warning);
  expect(committed.stderr).toMatch(/Nothing was written\. \(MACHINE\)/);
  expect(committed.status).toBe(3);
  await chmod(closed, 0o755);
});
