import 'reflect-metadata';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { boundsOf } from '../subgraphs/contract/figures/bounds-of.ts';
import type { Qualifier } from '../subgraphs/contract/enums/qualifier.ts';
import { publicationFiles } from '../subgraphs/national/intake/files/files.ts';
import type { Network } from '../subgraphs/national/network.ts';

/** What the order of a list reads of a made-up statement. */
export interface MadeUpStatement {
  readonly id: string;
  /** First day of its period; null: the period is not known. */
  readonly start: string | null;
  readonly knownFrom: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
/** Codes that ISO 3166-1 leaves to its users, and codes that it has given to nobody. */
const CODES = [
  ...LETTERS.map((letter) => `X${letter}`),
  ...LETTERS.slice(LETTERS.indexOf('M')).map((letter) => `Q${letter}`),
  ...LETTERS.filter((letter) => letter !== 'M').map((letter) => `O${letter}`),
];
const INDICATORS = ['VOL_TOTAL', 'MEMBERS'];
const QUALIFIERS: readonly Qualifier[] = ['EXACT', 'MORE_THAN', 'ROUNDED', 'UP_TO'];
const SOURCES = 40;
const DAY_MS = 86_400_000;
/** Of every hundred periods so many are not known: orders by period have a special case for these. */
const UNKNOWN_OF_HUNDRED = 2;

/** The codes of some made-up countries. */
export function madeUpCodes(count: number): string[] {
  if (count > CODES.length) throw new Error(`there are ${CODES.length} made-up codes, not ${count}`);
  return CODES.slice(0, count);
}

/** A network that exists in the benchmark only; its publications are in the folder. */
export function madeUpNetwork(country: string, dataFolder: string): Network {
  const owner = country.toLowerCase();
  return {
    subgraph: `made_up_${owner}`,
    country,
    typeName: `MadeUp${country}Network`,
    names: { en: `Made-up ${country}` },
    languages: ['en'],
    founded: null,
    website: null,
    contactPoint: null,
    policy: { thresholds: {}, dimensions: [], purposes: [], refreshRhythm: 'P1W', lastKnownFor: null },
    dataFolder: pathToFileURL(`${dataFolder}/`),
  };
}

/**
 * Writes the data files of a made-up network: `count` statements, the same at every run, and what they refer to.
 * Shape   country, number of statements, folder -> the statements as far as orders read them
 */
export async function writePublications(country: string, count: number, dataFolder: string): Promise<MadeUpStatement[]> {
  const owner = country.toLowerCase();
  const sources = Array.from({ length: SOURCES }, (_, index) => ({
    id: `${owner}:source:${index}`,
    key: `source-${index}`,
    title: `Yearbook ${index} of ${country}`,
    known_from: dayAfter('2016-01-01', index * 90),
    known_from_basis: 'STATED',
  }));
  const rows = Array.from({ length: count }, (_, index) => statementRow(country, index, sources));
  const written: Readonly<Record<string, readonly object[]>> = {
    'sources.csv': sources,
    'statements.csv': rows,
  };
  await mkdir(dataFolder, { recursive: true });
  await writeFile(join(dataFolder, 'names.csv'), 'subject,alias,basis\n');
  for (const { name, columns } of publicationFiles) {
    await writeFile(join(dataFolder, name), stringify([...(written[name] ?? [])], { header: true, columns: [...columns] }));
  }
  const knownFrom = new Map(sources.map((source) => [source.id, source.known_from]));
  return rows.map(({ id, period, source }) => ({ id, start: period, knownFrom: knownFrom.get(source) ?? '' }));
}

function statementRow(country: string, index: number, sources: readonly { readonly id: string }[]) {
  const owner = country.toLowerCase();
  // Each number has streams of its own, so that orders do not follow the order of the file.
  const draw = (stream: number, below: number): number => scatter(`${country}/${stream}`, index) % below;
  const indicator = INDICATORS[draw(0, INDICATORS.length)];
  const qualifier = QUALIFIERS[draw(1, QUALIFIERS.length)] ?? 'EXACT';
  const value = 10 * (1 + draw(2, 9_000));
  const { lower, lowerOpen, upper, upperOpen } = boundsOf(qualifier, value) ?? {};
  const period = draw(3, 100) < UNKNOWN_OF_HUNDRED ? null : dayAfter('2012-01-01', draw(4, 5_000));
  return {
    id: `${owner}:statement:${scatter('id', index).toString(36)}-${index}`,
    subject_kind: 'COUNTRY',
    subject: country,
    indicator,
    value,
    lower,
    lower_open: lowerOpen == null ? '' : String(lowerOpen),
    upper,
    upper_open: upperOpen == null ? '' : String(upperOpen),
    qualifier,
    unit: 'IE',
    period,
    period_kind: period === null ? 'UNSTATED' : 'POINT',
    definition: 'UNSPECIFIED',
    levels: 'NATIONAL',
    source: sources[draw(5, sources.length)]?.id ?? '',
  };
}

/** A number from 0 to 2³²−1 that looks like chance and is the same at every run (FNV-1a, then murmur3's last mix). */
function scatter(stream: string, index: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${stream}/${index}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
