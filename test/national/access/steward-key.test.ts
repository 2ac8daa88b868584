import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isStewardOf, publicPrincipal, stewardOf } from '../../../subgraphs/national/access/principal.ts';
import { readStewardKey, StewardKeyRefused } from '../../../subgraphs/national/access/steward-key.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const KEY = '5f0c2b7e9d4a1836c5e7f9021b3d4a6858f0c2b7e9d4a183';
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});
const keyFile = async (name: string, text: string, mode = 0o600): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text, { mode });
  await chmod(file, mode);
  return file;
};

describe('with a key', () => {
  test.each([
    ['the key', `Bearer ${KEY}`, true],
    ['the scheme in small letters', `bearer ${KEY}`, true],
    ['blanks around', `Bearer   ${KEY} `, true],
    ['no header', undefined, false],
    ['an empty one', '', false],
    ['another scheme', `Basic ${KEY}`, false],
    ['the key alone', KEY, false],
    ['one letter more', `Bearer ${KEY}0`, false],
    ['one letter less', `Bearer ${KEY.slice(1)}`, false],
    ['another last letter', `Bearer ${KEY.slice(0, -1)}4`, false],
    ['capitals', `Bearer ${KEY.toUpperCase()}`, false],
    ['two words', `Bearer ${KEY} ${KEY}`, false],
    ['a list of one', `Bearer ${KEY}, Bearer x`, false],
  ])('%s: %s', async (_, header, isSteward) => {
    expect(readStewardKey(await keyFile('key', `${KEY}\n`))(header)).toBe(isSteward);
  });
});

test.each([0o640, 0o604, 0o644, 0o660, 0o610, 0o777])('a file of mode %o is refused, and the cure is named', async (mode) => {
  const file = await keyFile(`open-${mode}`, KEY, mode);
  expect(() => readStewardKey(file)).toThrow(StewardKeyRefused);
  expect(() => readStewardKey(file)).toThrow(`chmod 600 ${file}`);
});

test('a file that only its owner may read, and not even write, is taken', async () => {
  expect(readStewardKey(await keyFile('readonly', KEY, 0o400))(`Bearer ${KEY}`)).toBe(true);
});

test('a link leads to the rights of the file behind it', async () => {
  const link = join(folder, 'link');
  await symlink(await keyFile('world', KEY, 0o644), link);
  expect(() => readStewardKey(link)).toThrow('chmod 600');
});

test.each([
  ['is short', 'a'.repeat(31), 'at least 32 characters'],
  ['is empty', '\n', 'at least 32 characters'],
  ['is of two words', `${KEY} ${KEY}`, 'one word'],
])('a key that %s is refused and not repeated', async (name, text, message) => {
  const file = await keyFile(name.replaceAll(' ', '-'), text);
  expect(() => readStewardKey(file)).toThrow(message);
  expect(() => readStewardKey(file)).not.toThrow(KEY);
});

test('a file that is not there, and one that is a folder, are refused', async () => {
  expect(() => readStewardKey(join(folder, 'nowhere'))).toThrow('ENOENT');
  const inner = join(folder, 'inner');
  await mkdir(inner, { mode: 0o700 });
  expect(() => readStewardKey(inner)).toThrow(StewardKeyRefused);
});

test('a steward is one of his own network alone, and the public of none', () => {
  expect(isStewardOf(stewardOf('KZ'), 'KZ')).toBe(true);
  expect(isStewardOf(stewardOf('KZ'), 'RU')).toBe(false);
  expect(isStewardOf(publicPrincipal, 'KZ')).toBe(false);
  expect(isStewardOf({ ...publicPrincipal, networks: ['KZ'] }, 'KZ')).toBe(false);
  expect(isStewardOf({ ...stewardOf('KZ'), tier: 'PARTNER' }, 'KZ')).toBe(false);
});
