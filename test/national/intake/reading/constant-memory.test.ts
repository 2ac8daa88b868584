import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../../harness/temporary-folder.ts';
import { makeWorkbook, sheetXml } from './make-workbook.ts';

const folder = await temporaryFolder();
const root = new URL('../../../../', import.meta.url);

const reading = `
  import { openSourceTable } from './subgraphs/national/intake/reading/open-source-table.ts';
  const table = await openSourceTable(process.argv[1]);
  let rows = 0;
  for await (const batch of table.rows()) rows += batch.length;
  await table.close();
  console.log(JSON.stringify({ rows, kilobytes: process.resourceUsage().maxRSS }));`;

/** A heap that holds what the program is made of, and a few batches: the engine collects at once what it would leave lying in a larger one. */
const smallHeap = ['--max-old-space-size=64', '--max-semi-space-size=8'];

/** Rows read, and the most memory that a process of its own held for it. */
async function read(file: string): Promise<{ rows: number; kilobytes: number }> {
  const node = [...smallHeap, '--import', './cli/register.mjs', '--input-type=module', '-e', reading, file];
  const { stdout } = await promisify(execFile)(process.execPath, node, { cwd: root });
  return JSON.parse(stdout) as { rows: number; kilobytes: number };
}

/** Every fiftieth line has a quotation, as names of organizations do. */
const line = (row: number): string =>
  `KZ-${row};Өскемен қаласы;0${1 + (row % 9)}.02.2024;${row % 50 === 0 ? '"Өзен, ""жаға"""' : 'Сенбілік'};${row % 40},5;расталды\n`;

async function writeCsv(rows: number): Promise<string> {
  const file = join(folder, `${rows}.csv`);
  const stream = createWriteStream(file);
  stream.write('Нөмір;Орны;Күні;Бағдарлама;Сағат;Мәртебе\n');
  for (let row = 0; row < rows; row += 10_000) {
    stream.write(Array.from({ length: 10_000 }, (_, index) => line(row + index)).join(''));
    if (stream.writableNeedDrain) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
  return file;
}

function writeWorkbook(rows: number): string {
  const file = join(folder, `${rows}.xlsx`);
  const shared = Array.from({ length: rows / 3 }, (_, index) => `Өзен жағасындағы сенбілік ${index}`);
  const cells = Array.from({ length: rows }, (_, row) => [
    `KZ-${row}`,
    { xml: `<c r="{r}" t="s"><v>${row % shared.length}</v></c>` },
    row % 40,
  ]);
  const data = sheetXml({ rows: [['Нөмір', 'Бағдарлама', 'Сағат'], ...cells] });
  writeFileSync(file, makeWorkbook({ sheets: [{ rows: [] }], shared, parts: [{ name: 'xl/worksheets/sheet1.xml', data }] }));
  return file;
}

/** In every row one cell in the last column that a sheet can have, as a slip of the hand leaves it. */
function writeWideWorkbook(rows: number): string {
  const file = join(folder, `wide-${rows}.xlsx`);
  const cells = Array.from({ length: rows }, (_, row) => [
    `KZ-${(row * 7_919) % 100_003}`,
    { xml: `<c r="XFD${row + 2}"><v>${(row * 104_729) % 1_000_003}</v></c>` },
  ]);
  writeFileSync(file, makeWorkbook({ sheets: [{ rows: [['Нөмір', 'Сағат'], ...cells] }] }));
  return file;
}

test.each([
  ['CSV of a million rows', 1_000_000, writeCsv],
  ['XLSX of three hundred thousand rows', 300_000, writeWorkbook],
  ['XLSX of twenty thousand rows from the first column to the last', 20_000, writeWideWorkbook],
])(
  'a %s takes hardly more memory than a tenth of it',
  async (_, rows, write) => {
    const tenth = await read(await write(rows / 10));
    const whole = await read(await write(rows));
    expect([tenth.rows, whole.rows]).toEqual([rows / 10, rows]);
    expect(whole.kilobytes / tenth.kilobytes).toBeLessThan(1.6);
  },
  180_000,
);
