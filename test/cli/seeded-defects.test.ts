import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { network } from '../../subgraphs/kazakhstan/network.ts';
import { createSubgraph } from '../../subgraphs/national/create-subgraph.ts';
import { ask } from '../harness/ask.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { silent } from '../harness/open-door.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import {
  asCsv,
  cleanRegistry,
  type MadeFile,
  plantDefects,
  type Planted,
  type SeededRegistry,
} from '../national/quality/seeded-registry.ts';
import { runBirge } from './run-birge.ts';

const KEY = '5f0c2b7e9d4a1836c5e7f9021b3d4a6858f0c2b7e9d4a183';
const SEED = 20_260_301;
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});

/** Imports a made-up file through the command, as a steward does. */
async function importFile(data: string, file: MadeFile, ...flags: string[]) {
  const { kind, columns } = file;
  const [path, mapping] = [join(data, `${kind}.csv`), join(data, `${kind}.yaml`)];
  await writeFile(path, asCsv(file));
  const named = columns.map((column) => `  ${column}: ${column}`).join('\n');
  await writeFile(mapping, `version: 1\nkind: ${kind}\nsource: seeded\nmode: full\ncolumns:\n${named}\n`);
  const args = ['import', path, '--as', kind, '--network', 'kz', '--mapping', mapping, '--json', ...flags];
  const { code, out } = await runBirge(args, { BIRGE_DATA: data });
  return { code, ...(JSON.parse(out) as { result: { counts: Record<string, number>; faults: { severity: string }[] } }) };
}

const dataFolder = async (name: string): Promise<string> => {
  const data = join(folder, name);
  await writeFile(join(folder, `${name}.key`), KEY, { mode: 0o600 });
  await mkdir(data);
  return data;
};

/** The latest import as the network's steward sees it at the door. */
async function askImport(data: string, severity: string) {
  const module = createSubgraph(network);
  const stewardKeyFile = `${data}.key`;
  const running = await module.open({ dataFolder: data, stewardKeyFile, roverFile: '', now: () => new Date(), log: silent });
  whenFileEnds(() => running.close());
  const url = await running.listen({ host: '127.0.0.1', port: 0 });
  const query = `{ kazakhstan { quality(occasion: IMPORT, first: 1000, severity: ${severity}) { findings { nodes { rule column rows count } } } } }`;
  const { data: answer, errors } = await ask(url, query, {}, { authorization: `Bearer ${KEY}` });
  expect(errors).toEqual([]);
  return answer.kazakhstan.quality.findings.nodes as { rule: string; column: string; rows: number[]; count: number }[];
}

/** Where the refused rows of a file are at fault: `539 personKey`, once for each fault. */
async function rejectedPlaces(data: string, kind: string): Promise<string[]> {
  const text = await readFile(join(data, `${kind}.csv.rejected.csv`), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.flatMap(({ row = '', column = '' }) => [...column.matchAll(/"([^"]+)"/g)].map(([, name]) => `${row} ${name}`));
}
const places = (planted: readonly Planted[], kind: string, severity: string): string[] =>
  planted.filter((one) => one.kind === kind && one.severity === severity).map(({ row, column }) => `${row} ${column}`);
const sorted = (list: readonly string[]): string[] => list.toSorted((a, b) => (a < b ? -1 : 1));

describe('a registry of 20,000 participations without a fault', () => {
  let data: string;
  let clean: SeededRegistry;
  beforeAll(async () => {
    data = await dataFolder('clean');
    clean = cleanRegistry(SEED);
  });

  test.each(['persons', 'consents', 'participations'] as const)('%s come in without any finding', async (kind) => {
    const { code, result } = await importFile(data, clean[kind], '--commit');
    expect({ code, rejected: result.counts['rejected'], faults: result.faults }).toEqual({ code: 0, rejected: 0, faults: [] });
    expect(result.counts['new']).toBe(clean[kind].rows.length);
  });

  test('and the whole check of what is stored finds nothing in them', async () => {
    const { out } = await runBirge(['quality', '--network', 'kz', '--json'], { BIRGE_DATA: data });
    const { findings } = JSON.parse(out) as { findings: { kind: string }[] };
    expect(findings.filter(({ kind }) => ['persons', 'consents', 'participations'].includes(kind))).toEqual([]);
  });
});

describe('the same with 120 planted defects', () => {
  let data: string;
  let spoiled: SeededRegistry;
  let planted: Planted[];
  beforeAll(async () => {
    data = await dataFolder('spoiled');
    spoiled = cleanRegistry(SEED);
    planted = plantDefects(spoiled, SEED + 1, { persons: 20, participations: 80 });
  });

  test('every defect of a person is found in its row and column, and nothing else', async () => {
    await importFile(data, spoiled.persons, '--commit', '--max-errors', '100');
    expect(sorted(await rejectedPlaces(data, 'persons'))).toEqual(sorted(places(planted, 'persons', 'ERROR')));
    expect((await importFile(data, spoiled.consents, '--commit')).code).toBe(0);
  });

  test('a dry run finds each of the 100 defects of participations in its row and column, and nothing else', async () => {
    const expected = places(planted, 'participations', 'ERROR');
    const { code, result } = await importFile(data, spoiled.participations);
    expect(code).toBe(1);
    expect(sorted(await rejectedPlaces(data, 'participations'))).toEqual(sorted(expected));
    expect(result.counts).toMatchObject({ read: 20_000, rejected: new Set(expected.map((place) => place.split(' ')[0])).size });
  });

  test('defects that only warn are shown to the steward with row and column, and nothing else', async () => {
    await importFile(data, spoiled.participations, '--commit', '--max-errors', '200');
    const warnings = await askImport(data, 'WARNING');
    const found = warnings.flatMap(({ column, rows }) => rows.map((row) => `${row} ${column}`));
    expect(sorted(found)).toEqual(sorted(places(planted, 'participations', 'WARNING')));
  });

  test('as many kinds of defects were planted as there are ways to spoil a row', () => {
    expect(planted.filter(({ kind }) => kind === 'persons')).toHaveLength(20);
    // Of the 20 twins, ten are at fault in both rows.
    expect(planted.filter(({ kind }) => kind === 'participations')).toHaveLength(80 + 10 + 20);
    expect(new Set(planted.map(({ kind, column }) => `${kind} ${column}`)).size).toBe(11);
  });
});
