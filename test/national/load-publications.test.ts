import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { network as atlantis } from '../conformance/networks/atlantis/network.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { loadPublications } from '../../subgraphs/national/intake/load-publications.ts';
import { migrations } from '../../subgraphs/national/migrations/migrations.ts';
import { publicationEntities, type PublicationTables } from '../../subgraphs/national/publications/tables.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';

/** The made-up network with a data folder of its own, in which a text of one file is replaced. */
async function networkWith(file?: string, from = '', to = '') {
  const folder = await temporaryFolder();
  await cp(fileURLToPath(atlantis.dataFolder), folder, { recursive: true });
  if (file !== undefined) {
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
  }
  return { ...atlantis, dataFolder: pathToFileURL(`${folder}/`) };
}

async function emptyDatabase() {
  const file = join(await temporaryFolder(), 'xa.sqlite');
  const database = await openDatabase<PublicationTables>({ entities: publicationEntities, migrations, file });
  whenFileEnds(() => database.close());
  return database;
}

const now = () => new Date('2026-03-01T00:00:00Z');
const quiet = pino({ level: 'silent' });

test.each([
  ['statements.csv', '1200,1150,', '1200,1100,', 'statements.csv row 3, lower "1100": ROUNDED 1200 gives 1150 to 1250'],
  ['statements.csv', 'BRANCH_COUNT', 'BRANCHES', 'statements.csv row 2, indicator "BRANCHES": must be one of VOL_TOTAL, '],
  ['statements.csv', 'EXACT,C62', 'EXACT,IE', 'statements.csv row 2, unit "IE": must be one of C62'],
  [
    'statements.csv',
    'xa:statement:volunteers,',
    'kz:statement:volunteers,',
    'statements.csv row 3, id "kz:statement:volunteers": must read xa:statement:…',
  ],
  ['statements.csv', '2024,YEAR', '2024-13,YEAR', 'statements.csv row 3, period "2024-13": must be an EDTF period such as 2023-01?/'],
  ['statements.csv', 'four branches', '', ''],
  [
    'actions.csv',
    '2025-05-01,2025-05-01',
    '2025-05-01,2025-04-01',
    'actions.csv row 2, end "2025-04-01": must be an EDTF date that is not before start, or ..',
  ],
  ['actions.csv', 'XA-N', 'XA-S', 'actions.csv row 2, region "XA-S": must be a code of regions.csv'],
  ['actions.csv', ',true,', ',yes,', 'actions.csv row 2, proper_name "yes": must be true or false'],
  [
    'organizations.csv',
    'xa:organization:divers',
    'xa:organization:council',
    'organizations.csv row 3, id "xa:organization:council": stands twice in this file',
  ],
  [
    'commitments.csv',
    'hub:joint-program:pact',
    'pact',
    'commitments.csv row 2, joint_program "pact": must be an id such as kz:action:arys-relief',
  ],
  ['sources.csv', 'https://atlantis.example/almanac', 'almanac', 'sources.csv row 2, url "almanac": must be a web address'],
  ['regions.csv', '../2024-01-01', 'until 2024', 'regions.csv row 2, codes '],
])('%s with %j as %j is refused at its cell, and nothing is loaded', async (file, from, to, message) => {
  const database = await emptyDatabase();
  const loading = loadPublications(database, await networkWith(file, from, to), now, quiet);
  // A cell that may be empty is no fault: the check can also say yes.
  if (message === '') await expect(loading).resolves.toBeUndefined();
  else await expect(loading).rejects.toThrow(message);
  const { rows } = await database.read
    .selectFrom('source')
    .select(({ fn }) => fn.countAll().as('rows'))
    .executeTakeFirstOrThrow();
  expect(Number(rows)).toBe(message === '' ? 1 : 0);
});

test('all wrong cells are told at once', async () => {
  const network = await networkWith('statements.csv', 'BRANCH_COUNT', 'BRANCHES');
  const statements = join(fileURLToPath(network.dataFolder), 'statements.csv');
  await writeFile(statements, (await readFile(statements, 'utf8')).replace('2024,YEAR', 'then,YEAR'));
  const error = await loadPublications(await emptyDatabase(), network, now, quiet).catch((thrown: unknown) => thrown);
  expect((error as { faults: { row: number; column: string }[] }).faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
    '2 indicator',
    '3 period',
  ]);
});

test('a cell that is no number is one fault, and its neighbors are not accused', async () => {
  const network = await networkWith('statements.csv', '1200,1150,', 'many,1150,');
  const error = await loadPublications(await emptyDatabase(), network, now, quiet).catch((thrown: unknown) => thrown);
  expect((error as { faults: { column: string; rule: string }[] }).faults.map(({ column, rule }) => [column, rule])).toEqual([
    ['value', 'must be a number such as 51.5'],
  ]);
});

test('a missing file and a missing column are named', async () => {
  const network = await networkWith('aid.csv', 'id,stage,', 'id,step,');
  await expect(loadPublications(await emptyDatabase(), network, now, quiet)).rejects.toThrow('no column stage');
  const nowhere = { ...atlantis, dataFolder: pathToFileURL('/nowhere/data/') };
  await expect(loadPublications(await emptyDatabase(), nowhere, now, quiet)).rejects.toThrow('/nowhere/data');
});

test('a filled database stays as it is, and data files that changed since are told', async () => {
  const database = await emptyDatabase();
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  await loadPublications(database, await networkWith(), now, log);
  await loadPublications(database, await networkWith(), now, log);
  expect(lines).toEqual([]);
  await loadPublications(database, await networkWith('sources.csv', 'Almanac of Atlantis', 'Yearbook'), now, log);
  expect(lines.join('')).toContain('the data files differ from what is published: sources.csv;');
  const titles = await database.read.selectFrom('source').select('title').execute();
  expect(titles.map(({ title }) => title)).toEqual(['Almanac of Atlantis']);
});
