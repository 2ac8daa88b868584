import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { openSourceTable } from '../subgraphs/national/intake/reading/open-source-table.ts';
import { median, rounded } from './figures.ts';

// What it costs to read a registry export with all its checks, beside csv-parse that reads the same file and checks nothing.
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const rowCount = Number(values.rows);
/** Of so many lines one has a quotation mark, and is read by csv-parse here too. */
const files = [
  { name: 'no quotation marks', everyNth: Number.POSITIVE_INFINITY },
  { name: 'one line of fifty', everyNth: 50 },
  { name: 'every line', everyNth: 1 },
];

const folder = mkdtempSync(join(tmpdir(), 'birge-bench-'));
try {
  const results = [];
  for (const { name, everyNth } of files) {
    const file = join(folder, `${everyNth}.csv`);
    await pipeline(madeUpRegistry(everyNth), createWriteStream(file));
    const ratios: number[] = [];
    const rates: number[] = [];
    for (let run = 0; run < Number(values.runs); run++) {
      const peer = await cpuSeconds(() => readBare(file));
      const own = await cpuSeconds(() => readChecked(file));
      ratios.push(own / peer);
      rates.push(rowCount / own);
    }
    const megabytes = Math.round(statSync(file).size / 1e6);
    results.push({ quotationMarks: name, megabytes, rowsPerCpuSecond: Math.round(median(rates)), timesCsvParse: rounded(median(ratios)) });
  }
  if (values.json) console.log(JSON.stringify({ rows: rowCount, results }, null, 2));
  else console.table(results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function* madeUpRegistry(everyNth: number): Generator<string> {
  yield 'Нөмір;Аудан;Туған күні;Бағдарлама;Сағат;Күні;Мәртебе\n';
  for (let row = 0; row < rowCount; row++) {
    const program = row % everyNth === 0 ? '"Өзен, ""жаға"" сенбілігі"' : 'Экологиялық сенбілік';
    yield `KZ-${row};Өскемен;${1950 + (row % 60)}-0${1 + (row % 9)}-11;${program};${row % 40},5;0${1 + (row % 9)}.02.2024;расталды\n`;
  }
}

/** Processor time of all threads: others on the machine do not count. A run that missed a row is none. */
async function cpuSeconds(read: () => Promise<number>): Promise<number> {
  const begun = process.cpuUsage();
  const rows = await read();
  const { user, system } = process.cpuUsage(begun);
  if (rows !== rowCount) throw new Error(`${rows} of ${rowCount} rows were read: the run does not count`);
  return (user + system) / 1e6;
}

async function readBare(file: string): Promise<number> {
  let lines = 0;
  for await (const _ of createReadStream(file).pipe(parse({ delimiter: ';' }))) lines += 1;
  return lines - 1;
}

async function readChecked(file: string): Promise<number> {
  const table = await openSourceTable(file);
  let rows = 0;
  for await (const batch of table.rows()) rows += batch.filter(({ faults }) => !faults).length;
  await table.close();
  return rows;
}
