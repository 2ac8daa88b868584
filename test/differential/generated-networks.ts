import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { findIndicator } from '../../subgraphs/contract/code-lists/indicators.ts';
import type { Qualifier } from '../../subgraphs/contract/enums/qualifier.ts';
import { boundsOf } from '../../subgraphs/contract/figures/bounds-of.ts';
import { parseEdtf } from '../../subgraphs/contract/periods/parse-edtf.ts';
import { network as kazakhstan } from '../../subgraphs/kazakhstan/network.ts';
import type { Network } from '../../subgraphs/national/network.ts';
import { network as russia } from '../../subgraphs/russia/network.ts';
import { network as uzbekistan } from '../../subgraphs/uzbekistan/network.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { pick, pickSome, randomFrom } from './random.ts';

/** A generated statement as plain values: what the plain table holds. */
export interface PlainStatement {
  readonly id: string;
  readonly country: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly indicator: string;
  readonly definition: string;
  readonly qualifier: string;
  readonly value: number | null;
  readonly region: string | null;
  readonly levels: readonly string[];
  readonly period: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly sourceKey: string;
  readonly knownFrom: string;
}

export const REGIONS: Readonly<Record<string, readonly string[]>> = {
  KZ: ['KZ-75', 'KZ-71', 'KZ-39', 'KZ-63'],
  RU: ['RU-OMS', 'RU-YEV', 'RU-SE'],
  UZ: ['UZ-TK', 'UZ-SA'],
};
export const INDICATORS = ['VOL_TOTAL', 'MEMBERS', 'EVENT_COUNT', 'AID_SENT', 'VOL_HOURS'];
export const DEFINITIONS = ['UNSPECIFIED', 'TAKES_PART', 'HELD_BY_SUBJECT'];
export const LEVELS = ['INTERNATIONAL', 'NATIONAL', 'REGIONAL', 'MUNICIPAL'];
export const QUALIFIERS: Qualifier[] = ['EXACT', 'ROUNDED', 'MORE_THAN', 'UP_TO', 'ABOUT', 'NO_NUMBER'];
export const PERIODS = [null, '2019', '2021-05', '2022', '2022-02?/', '2023-06-20/2023-06-21', '2020/..', '2023', '2024-08?'];
const KNOWN_FROM = ['2019-12-31', '2021-06-30', '2023-06-30', '2024-08-31'];
export const SOURCE_KEYS = KNOWN_FROM.map((_, index) => `paper-${index}`);

function generate({ country }: Network, count: number, random: () => number): PlainStatement[] {
  return Array.from({ length: count }, (_, index): PlainStatement => {
    const period = pick(random, PERIODS);
    const days = period === null ? null : parseEdtf(period);
    const qualifier = pick(random, QUALIFIERS);
    const region = random() < 0.5 ? pick(random, REGIONS[country] ?? []) : null;
    const source = Math.floor(random() * SOURCE_KEYS.length);
    return {
      // Ids of all countries interleave when sorted by what follows the owner, and their texts differ in length.
      id: `${country.toLowerCase()}:statement:${pick(random, ['a', 'm', 'z-9', '0'])}-${index}`,
      country,
      subjectKind: region === null ? 'COUNTRY' : 'REGION',
      subject: region ?? country,
      indicator: pick(random, INDICATORS),
      definition: pick(random, DEFINITIONS),
      qualifier,
      value: qualifier === 'NO_NUMBER' ? null : Math.floor(random() * 900) * 10 + 10,
      region,
      levels: random() < 0.3 ? [] : pickSome(random, LEVELS),
      period,
      start: days?.start ?? null,
      end: days?.end ?? null,
      sourceKey: SOURCE_KEYS[source] ?? '',
      knownFrom: KNOWN_FROM[source] ?? '',
    };
  });
}

function toCsvRow(owner: string, statement: PlainStatement): Record<string, unknown> {
  const bounds = boundsOf(statement.qualifier as Qualifier, statement.value);
  return {
    id: statement.id,
    subject_kind: statement.subjectKind,
    subject: statement.subject,
    indicator: statement.indicator,
    value: statement.value,
    lower: bounds?.lower,
    lower_open: bounds?.lowerOpen === null ? null : String(bounds?.lowerOpen),
    upper: bounds?.upper,
    upper_open: bounds?.upperOpen === null ? null : String(bounds?.upperOpen),
    qualifier: statement.qualifier,
    unit: findIndicator(statement.indicator)?.unit,
    period: statement.period,
    period_kind: statement.period === null ? 'UNSTATED' : 'EVENT',
    region: statement.region,
    definition: statement.definition,
    levels: statement.levels.join('|'),
    source: `${owner}:source:${statement.sourceKey}`,
  };
}

/** A network of the project with generated statements in place of its own publications; its regions stay. */
async function withStatements(network: Network, statements: readonly PlainStatement[]): Promise<Network> {
  const owner = network.country.toLowerCase();
  const folder = await temporaryFolder();
  await cp(fileURLToPath(network.dataFolder), folder, { recursive: true });
  const header = async (file: string) => (await readFile(join(folder, file), 'utf8')).split('\n')[0]?.split(',') ?? [];
  const write = async (file: string, rows: readonly Record<string, unknown>[]) =>
    writeFile(join(folder, file), stringify([...rows], { header: true, columns: await header(file) }));
  for (const file of ['organizations', 'units', 'programs', 'actions', 'aid', 'commitments', 'practices', 'names'])
    await write(`${file}.csv`, []);
  await write(
    'sources.csv',
    SOURCE_KEYS.map((key, index) => ({
      id: `${owner}:source:${key}`,
      key,
      label_en: key,
      known_from: KNOWN_FROM[index],
      known_from_basis: 'STATED',
    })),
  );
  await write(
    'statements.csv',
    statements.map((statement) => toCsvRow(owner, statement)),
  );
  return { ...network, dataFolder: pathToFileURL(`${folder}/`) };
}

/** The three networks with `count` generated statements each, and all of these as plain values. */
export async function generateNetworks(count: number, seed: number): Promise<{ networks: Network[]; statements: PlainStatement[] }> {
  const random = randomFrom(seed);
  const networks: Network[] = [];
  const statements: PlainStatement[] = [];
  for (const network of [kazakhstan, russia, uzbekistan]) {
    const own = generate(network, count, random);
    statements.push(...own);
    networks.push(await withStatements(network, own));
  }
  return { networks, statements };
}
