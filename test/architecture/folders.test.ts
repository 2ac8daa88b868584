import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isCountry, partOf } from './arrows.ts';
import { codeFiles, root } from './read-imports.ts';

const folders = ['http', 'subgraphs', 'gateway', 'cli', 'bench'];
const nameless = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.[cm]?[jt]sx?$)/;

test('no file and no folder bears a name that promises nothing', () => {
  expect(codeFiles([...folders, 'test']).filter((file) => nameless.test(file))).toEqual([]);
});

test.each(['cli/utils.ts', 'subgraphs/national/common/a.ts', 'gateway/helper.mjs', 'test/helpers/a.ts'])('%s is found', (file) => {
  expect(file).toMatch(nameless);
});

// Deeper folders are described by the README above them: siblings of one shape need no page each.
const partsAndTheirFolders = (file: string): string[] => {
  const names = file.split('/').slice(0, -1);
  const depth = names[0] === 'subgraphs' ? 2 : 1;
  return [names.slice(0, depth).join('/'), names.slice(0, depth + 1).join('/')].filter((folder) => folder !== 'subgraphs');
};

test('every folder of code has a README', () => {
  const all = [...new Set(codeFiles(folders).flatMap(partsAndTheirFolders))].sort();
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
});

const filesOf = (country: string): string[] =>
  globSync('**/*', { cwd: join(root, country), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, country).length + 1))
    .sort();

describe('countries', () => {
  const countries = [...new Set(codeFiles(['subgraphs']).map(partOf).filter(isCountry))].sort();
  test('every country has code of its own', () => expect(countries.length).toBeGreaterThanOrEqual(3));

  test('sibling countries have the same file names: who knows one knows all', () => {
    const [first, ...others] = countries;
    for (const country of others) expect({ country, files: filesOf(country) }).toEqual({ country, files: filesOf(first ?? '') });
  });
});
