import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { openCsvFile } from '../../../../subgraphs/national/intake/writing/open-csv-file.ts';
import { openRejectedFile } from '../../../../subgraphs/national/intake/writing/open-rejected-file.ts';
import { outputFaults } from '../../../../subgraphs/national/intake/writing/output-fault.ts';
import { temporaryFolder } from '../../../harness/temporary-folder.ts';
import { readAll } from '../reading/read-all.ts';

const folder = await temporaryFolder();
const root = new URL('../../../../', import.meta.url);

/** Writes the rows of a file that reading refused, as an import does. */
async function reject(source: string, target: string): Promise<void> {
  const { table, rows } = await readAll(source);
  const file = await openRejectedFile(target, table);
  for (const row of rows) {
    const { faults } = row;
    if (!faults) continue;
    await file.write(
      row,
      faults.map(({ code, rule, column }) => ({ column: column?.letter ?? null, value: null, rule: code, hint: rule })),
    );
  }
  await file.close();
}

test('refused rows come in the form of their source, with what is wrong and what to do', async () => {
  const source = join(folder, 'source.csv');
  await writeFile(source, iconv.encode('Аты;Ауданы;Сағат\n1;Өскемен;5\n2;Риддер\n3;Семей;4;артық;тағы\n4;Абай;6\n', 'rk1048'));
  await reject(source, join(folder, 'rejected.csv'));
  const text = iconv.decode(await readFile(join(folder, 'rejected.csv')), 'rk1048');
  expect(text.split('\r\n')).toEqual([
    'Аты;Ауданы;Сағат;row;column;value;rule;hint',
    expect.stringMatching(/^2;Риддер;#UNREADABLE;3;C;;ROW_TOO_SHORT;"the row has 2 cells, the header 3; add/),
    expect.stringMatching(/^3;Семей;"#UNREADABLE 4;артық;тағы";4;D;"артық;тағы";ROW_TOO_LONG;"the row has 5 cells/),
    '',
  ]);
});

test('a mended file of refused rows is read again, and refused again without the columns growing', async () => {
  const again = join(folder, 'again.csv');
  await reject(join(folder, 'rejected.csv'), again);
  const { table } = await readAll(again);
  expect(table.headers).toEqual(['Аты', 'Ауданы', 'Сағат', 'row', 'column', 'value', 'rule', 'hint']);
});

test('a source that has a column of the same name keeps it', async () => {
  const target = join(folder, 'clash.csv');
  const file = await openRejectedFile(target, { headers: ['id', 'value'], encoding: 'utf-8', hasByteOrderMark: false, separator: ',' });
  await file.write({ row: 7, cells: ['a', '1'] }, [
    { column: 'value', value: '1', rule: 'A', hint: 'x' },
    { column: 'id', value: 'a', rule: 'B', hint: 'y' },
  ]);
  await file.close();
  expect(await readFile(target, 'utf8')).toBe(
    'id,value,rejected_row,rejected_column,rejected_value,rejected_rule,rejected_hint\r\na,1,7,value | id,1 | a,A | B,x | y\r\n',
  );
});

test('the rows of a workbook are written as spreadsheets of the region open them: UTF-8 with a mark, semicolons', async () => {
  const target = join(folder, 'from-workbook.csv');
  const file = await openCsvFile(target, { encoding: null, hasByteOrderMark: false, separator: null });
  await file.write(['Аты', 'Сағат']);
  await file.close();
  expect(await readFile(target, 'utf8')).toBe('\uFEFFАты;Сағат\r\n');
});

test('nobody but its owner may read a file with rows of a registry', async () => {
  expect((await stat(join(folder, 'rejected.csv'))).mode & 0o077).toBe(0);
});

/** A cell as reading shows it. */
const shown = (text: string): string | null => text.trim() || null;

test('no text that leaves begins like a formula, and every text comes back exactly', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', '＝', '＋', '－', '＠', ';', ',', '\t', '\n', '5', '.', 'a', 'Ж', ' '),
  });
  const cells = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
  const form = fc.record({
    encoding: fc.constantFrom('utf-8', 'utf-16le'),
    hasByteOrderMark: fc.constant(true),
    separator: fc.constantFrom(';', ',', '\t', '|'),
  });
  let written = 0;
  await fc.assert(
    fc.asyncProperty(cells, form, async (rows, how) => {
      const target = join(folder, `exact-${++written}.csv`);
      const file = await openCsvFile(target, how);
      await file.write(['one', 'two', 'three']);
      for (const row of rows) await file.write(['x', ...row.slice(1)]);
      await file.close();
      const bare = parse(iconv.decode(await readFile(target), how.encoding), { delimiter: how.separator });
      expect(bare.flat().filter((text) => /^[=@\t\r\n＝＋－＠]|^[+-](?!\d)/.test(text))).toEqual([]);
      const read = await readAll(target, { separator: how.separator, headerRow: 1, headerRows: 1 });
      expect(read.rows.map((row) => row.cells)).toEqual(rows.map(([, two, three]) => ['x', shown(two), shown(three)]));
    }),
    { numRuns: 60 },
  );
});

test('a file that cannot be written says why, and leaves nothing', async () => {
  const form = { encoding: 'utf-8', hasByteOrderMark: false, separator: ';' };
  await expect(openCsvFile(join(folder, 'nowhere', 'a.csv'), form)).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  const taken = join(folder, 'taken.csv');
  await mkdir(taken);
  const file = await openCsvFile(taken, form);
  await expect(file.close()).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('until it is closed the file has no name; discarded, it leaves nothing', async () => {
  const target = join(folder, 'discarded.csv');
  const file = await openCsvFile(target, { encoding: 'utf-8', hasByteOrderMark: false, separator: ';' });
  await file.write(['a']);
  expect(await readdir(folder)).not.toContain('discarded.csv');
  await file.discard();
  expect((await readdir(folder)).filter((name) => name.startsWith('discarded'))).toEqual([]);
});

test('a full disk is told as such, and leaves nothing', async () => {
  const script = `
    import { openCsvFile } from './subgraphs/national/intake/writing/open-csv-file.ts';
    const file = await openCsvFile(process.argv[1], { encoding: 'utf-8', hasByteOrderMark: false, separator: ';' });
    try {
      for (let row = 0; row < 10_000; row++) await file.write(['a'.repeat(100)]);
    } catch (fault) {
      console.log(fault.code);
    }`;
  const target = join(folder, 'full.csv');
  const limited = 'ulimit -f 200; exec "$0" "$@"';
  const node = [process.execPath, '--import', './cli/register.mjs', '--input-type=module', '-e', script, target];
  const { stdout } = await promisify(execFile)('sh', ['-c', limited, ...node], { cwd: root });
  expect(stdout.trim()).toBe('DISK_FULL');
  expect((await readdir(folder)).filter((name) => name.startsWith('full'))).toEqual([]);
});

test('ERRORS.md lists every fault of a written file, and no other', async () => {
  const section = (await readFile(new URL('schema/ERRORS.md', root), 'utf8'))
    .split('\n## ')
    .find((part) => part.startsWith('Files that are written'))!;
  expect([...section.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code)).toEqual(Object.keys(outputFaults));
});
