import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openSourceTable } from '../../../../subgraphs/national/intake/reading/open-source-table.ts';
import { SourceFault } from '../../../../subgraphs/national/intake/reading/source-fault.ts';
import { temporaryFolder } from '../../../harness/temporary-folder.ts';
import type { OddFile } from './broken/odd-file.ts';
import { oddJson } from './broken/odd-json.ts';
import { oddTexts } from './broken/odd-texts.ts';
import { oddWorkbooks } from './broken/odd-workbooks.ts';
import { readAll } from './read-all.ts';

const folder = await temporaryFolder();
const oddFiles = [...oddTexts, ...oddWorkbooks, ...oddJson];

test('there are at least sixty, and no two are alike', () => {
  expect(oddFiles.length).toBeGreaterThanOrEqual(60);
  expect(new Set(oddFiles.map(({ name, bytes, options }) => name + bytes.toString('latin1') + JSON.stringify(options))).size).toBe(
    oddFiles.length,
  );
});

test.each(oddFiles.map((file, index) => ({ ...file, index })))('$title ($name)', async ({ index, expected, ...file }) => {
  expect(await outcomeOf(file, String(index))).toEqual(expected);
});

/** What a person would be told, in the words of OddFile. */
async function outcomeOf({ name, bytes, options = {} }: Omit<OddFile, 'expected'>, place: string): Promise<string[]> {
  await mkdir(join(folder, place));
  const path = join(folder, place, name);
  writeFileSync(path, bytes);
  try {
    const { table, rows } = await readAll(path, options);
    return [
      `headers ${table.headers.join(' | ')}`,
      ...rows.flatMap(({ row, cells, faults = [] }) => [
        `${row}: ${cells.map((cell) => cell ?? '-').join(' | ')}`,
        ...faults.map(({ code, column }) => `${row}: ${code}${column === null ? '' : ` ${column.letter}`}`),
      ]),
      ...table.warnings.map(({ code, row, lastRow }) => `! ${row}${lastRow === undefined ? '' : `-${lastRow}`} ${code}`),
    ];
  } catch (fault) {
    if (!(fault instanceof SourceFault)) throw fault;
    const { code, row, column } = fault;
    return [`FAULT ${code}${row === null ? '' : ` row ${row}`}${column === null ? '' : ` column ${column.letter}`}`];
  }
}

test.each([
  ['a folder', () => folder],
  ['a file that is not there', () => join(folder, 'nowhere.csv')],
])('%s is no file', async (_, path) => {
  await expect(openSourceTable(path())).rejects.toMatchObject({ name: 'SourceFault', code: 'FILE_UNREADABLE' });
});

test('no fault repeats what a cell of a row holds', async () => {
  const path = join(folder, 'personal.csv');
  writeFileSync(path, 'name;born\nsecret-1;2001-02-03;secret-2\nsecret-3\nsecret\0;x\n');
  const { rows } = await readAll(path);
  const faults = rows.flatMap(({ faults: found = [] }) => found);
  expect(faults.map(({ code }) => code)).toEqual(['ROW_TOO_LONG', 'ROW_TOO_SHORT', 'NUL_CHARACTER']);
  expect(faults.map(({ message }) => message).join()).not.toContain('secret');
});
