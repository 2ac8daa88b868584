import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { databases } from '../../open-history.ts';
import { type OpenImport, openImport } from './open-import.ts';

const PERSONS = ['sourceKey,sex', 'P1,F', 'P2,M'];
const NAMES = ['subject,alias,basis', 'xa:organization:council,Senate,STATED'];

/** What happens to a file while it is read. */
const CHANGES: readonly (readonly [string, (file: string) => void])[] = [
  ['grows', (file) => appendFileSync(file, 'P3,F\n')],
  ['is written anew with as many bytes', (file) => writeFileSync(file, `${PERSONS.join('\n').replace('P2', 'P9')}\n`)],
  [
    'is replaced',
    (file) => {
      writeFileSync(`${file}.next`, `${PERSONS.join('\n')}\n`);
      renameSync(`${file}.next`, file);
    },
  ],
  ['goes', (file) => rmSync(file)],
];

describe.each(databases)('on $name', (kind) => {
  let network: OpenImport;
  beforeEach(async () => {
    network = await openImport(kind);
  });
  afterEach(() => network.close());

  test.each(CHANGES)('a file that %s while it is read is refused, and nothing is written', async (_, change) => {
    const before = await network.hash();
    const progress = (step: string): void => {
      if (step === 'telling') change(join(network.folder, 'persons.csv'));
    };
    await expect(network.bring('persons', PERSONS, { progress })).rejects.toMatchObject({
      code: 'FILE_CHANGED',
      report: { importId: null },
    });
    expect(await network.hash()).toBe(before);
    expect(await network.journal()).toMatchObject([{ id: 1, outcome: 'REFUSED', reason: 'FILE_CHANGED' }]);
    expect(await network.bring('persons', PERSONS)).toMatchObject({ importId: 2, counts: { new: 2 } });
  });

  test('so is a file of publications', async () => {
    const before = await network.hash();
    const progress = (step: string): void => {
      if (step === 'telling') appendFileSync(join(network.folder, 'names.csv'), 'xa:organization:council,Bench,STATED\n');
    };
    await expect(network.bring('names', NAMES, { progress })).rejects.toMatchObject({ code: 'FILE_CHANGED' });
    expect(await network.hash()).toBe(before);
  });
});
