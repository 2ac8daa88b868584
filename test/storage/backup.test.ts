import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from '@jest/globals';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { back, makeDatabase, restore, stateOf, SUM, transfer } from './made-database.ts';

let folder: string;
let file: string;
let target: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'atlantis.sqlite');
  target = join(folder, 'backups', 'one.sqlite');
});

test('a backup taken while a writer commits is the state of one moment', async () => {
  const writer = makeDatabase(file, 'old');
  let writes = 0;
  await back(file, target, () => transfer(writer, 3 + writes++));
  expect(writes).toBeGreaterThan(2);
  expect(stateOf(target)).toEqual({ mark: 'old', sum: SUM, transfers: 0, integrity: 'ok' });
  expect(stateOf(file)).toMatchObject({ sum: SUM, transfers: writes });
  writer.close();
});

test('a backup taken while a transaction is open has nothing of it', async () => {
  const writer = makeDatabase(file, 'old');
  writer.exec("begin immediate; update account set note = 'half'; insert into transfer (account) values (1);");
  await back(file, target);
  writer.exec('commit');
  expect(stateOf(target)).toMatchObject({ mark: 'old', transfers: 0 });
  writer.close();
});

test('the manifest holds the checksum and the numbers of rows, and the backup is one file', async () => {
  makeDatabase(file, 'old').close();
  const manifest = await back(file, target);
  expect(manifest).toMatchObject({ member: 'atlantis', madeAt: '2026-03-01T00:00:00.000Z', migrations: ['0001-accounts'] });
  expect(manifest.tables).toEqual({ account: 20_000, schema_migration: 1, transfer: 0 });
  expect(manifest.sha256).toBe(createHash('sha256').update(readFileSync(target)).digest('hex'));
  expect(readdirSync(join(folder, 'backups')).sort()).toEqual(['one.sqlite', 'one.sqlite.json']);
});

test('what the log of a killed process still holds is in the backup', async () => {
  const killed = makeDatabase(file, 'old');
  transfer(killed, 5);
  // A copy of the three files is what a kill leaves.
  const copied = join(folder, 'copied.sqlite');
  for (const ending of ['', '-wal', '-shm']) writeFileSync(copied + ending, readFileSync(file + ending));
  killed.close();
  await back(copied, target);
  expect(stateOf(target)).toMatchObject({ sum: SUM, transfers: 1 });
});

test('a file that is there is not written over', async () => {
  makeDatabase(file, 'old').close();
  await back(file, target);
  await expect(back(file, target)).rejects.toMatchObject({ code: 'BACKUP_EXISTS' });
});

test('a database that is damaged gives no backup and leaves nothing behind', async () => {
  makeDatabase(file, 'old').close();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 40_960, 81_920);
  writeFileSync(file, bytes);
  await expect(back(file, target)).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
  expect(existsSync(target)).toBe(false);
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
});

test('a row that points nowhere is told by the names of the tables alone', async () => {
  const database = makeDatabase(file, 'old');
  database.exec("pragma foreign_keys = off; insert into transfer (account, note) values (99999999, 'secret')");
  database.close();
  await expect(back(file, target)).rejects.toMatchObject({
    code: 'DATABASE_DAMAGED',
    message: `${file} is damaged, so no backup of it was kept: transfer has rows that point to no account.`,
  });
});

test('no database is said, and none is made', async () => {
  await expect(back(file, target)).rejects.toMatchObject({ code: 'DATABASE_MISSING' });
  expect(existsSync(file)).toBe(false);
});

test('a target in a folder that nobody can make is refused by the disk', async () => {
  makeDatabase(file, 'old').close();
  await expect(back(file, join(file, 'one.sqlite'))).rejects.toMatchObject({ code: 'DISK_REFUSED' });
});

test('a restored backup is the database, and the one before it is kept', async () => {
  const database = makeDatabase(file, 'old');
  await back(file, target);
  transfer(database, 7);
  database.exec("update account set note = 'new'");
  database.close();
  const { replaced } = await restore(target, file);
  expect(stateOf(file)).toEqual({ mark: 'old', sum: SUM, transfers: 0, integrity: 'ok' });
  expect(stateOf(replaced ?? '')).toEqual({ mark: 'new', sum: SUM, transfers: 1, integrity: 'ok' });
});

test('a restore where there is no database makes one', async () => {
  makeDatabase(file, 'old').close();
  await back(file, target);
  const elsewhere = join(folder, 'deeper', 'atlantis.sqlite');
  expect(await restore(target, elsewhere)).toMatchObject({ replaced: null });
  expect(stateOf(elsewhere)).toMatchObject({ mark: 'old', integrity: 'ok' });
  expect(readdirSync(join(folder, 'deeper'))).toEqual(['atlantis.sqlite']);
});

test('a database that cannot be read any more gives way to the backup and is kept', async () => {
  makeDatabase(file, 'old').close();
  await back(file, target);
  writeFileSync(file, 'no database at all'.repeat(500));
  writeFileSync(`${file}-wal`, 'a log of nothing');
  const { replaced } = await restore(target, file);
  expect(stateOf(file)).toMatchObject({ mark: 'old', integrity: 'ok' });
  expect(readFileSync(replaced ?? '', 'utf8')).toContain('no database at all');
  // A log left in place would be played into the restored database.
  expect(readdirSync(folder).filter((name) => name.startsWith('atlantis.sqlite-'))).toEqual([]);
});

test('one flipped bit anywhere in a backup is found, and the database stays', async () => {
  makeDatabase(file, 'old', 500).close();
  const manifest = await back(file, target);
  const database = new DatabaseSync(file);
  database.exec("update account set note = 'new'");
  database.close();
  const whole = readFileSync(target);
  const places = [0, 16, 18, 24, 60, 95, 100, ...Array.from({ length: 30 }, (_, index) => (index * 7_919_993) % manifest.bytes)];
  for (const place of [...places, manifest.bytes - 1]) {
    const bent = Buffer.from(whole);
    bent[place] = (bent[place] ?? 0) ^ (1 << (place % 8));
    writeFileSync(target, bent);
    await expect(restore(target, file)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  }
  expect(stateOf(file)).toMatchObject({ mark: 'new', integrity: 'ok' });
  expect(readdirSync(folder).sort()).toEqual(['atlantis.sqlite', 'backups']);
});

test.each([
  ['cut short', (bytes: Buffer, manifest: object) => [bytes.subarray(0, -4_096), manifest], 'BACKUP_DAMAGED'],
  ['of another number of rows', (bytes: Buffer, manifest: object) => [bytes, { ...manifest, tables: { account: 3 } }], 'BACKUP_DAMAGED'],
  ['of other migrations', (bytes: Buffer, manifest: object) => [bytes, { ...manifest, migrations: [] }], 'BACKUP_DAMAGED'],
  ['with a manifest of another kind', (bytes: Buffer) => [bytes, { rows: 1 }], 'BACKUP_UNREADABLE'],
])('a backup %s is refused', async (_, bend, code) => {
  makeDatabase(file, 'old', 500).close();
  const [bytes, manifest] = bend(
    readFileSync((await back(file, target), target)),
    JSON.parse(readFileSync(`${target}.json`, 'utf8')) as object,
  );
  writeFileSync(target, bytes as Buffer);
  writeFileSync(`${target}.json`, JSON.stringify(manifest));
  await expect(restore(target, file)).rejects.toMatchObject({ code });
});

test("a backup without its manifest, another member's, and one of a newer program are refused", async () => {
  makeDatabase(file, 'old', 500).close();
  await back(file, target);
  await expect(restore(target, file, { member: 'lemuria' })).rejects.toMatchObject({ code: 'BACKUP_OF_ANOTHER' });
  await expect(restore(target, file, { knownMigrations: [] })).rejects.toMatchObject({ code: 'BACKUP_TOO_NEW' });
  await expect(restore(file, file)).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' });
});

test('while anybody has the database open, idle or reading, a restore is refused and changes nothing', async () => {
  makeDatabase(file, 'old', 500).close();
  await back(file, target);
  const idle = new DatabaseSync(file, { readOnly: true });
  idle.prepare('select count(*) from account').get();
  await expect(restore(target, file)).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
  idle.close();
  await restore(target, file);
});
