import { beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../architecture/read-imports.ts';
import { readCsvFile } from '../../../subgraphs/storage/read-csv-file.ts';
import { birthday, partsOf, weekdayOf } from '../../../subgraphs/national/synth/day.ts';
import type { SynthRow } from '../../../subgraphs/national/synth/synth-world.ts';
import { madeRows, period } from './made-world.ts';

// Shares of a registry of this size are off by about a hundredth: every bound below is several times that away from what is meant.
const PERSONS = 20_000;
let rows: Record<string, SynthRow[]>;
let people: Map<unknown, SynthRow>;
beforeAll(async () => {
  ({ rows } = await madeRows(PERSONS));
  people = new Map(rows['persons']?.map((person) => [person['sourceKey'], person]));
});

const of = (kind: string): SynthRow[] => rows[kind] ?? [];
const share = <Row>(list: readonly Row[], isMeant: (row: Row) => boolean): number => list.filter(isMeant).length / list.length;
const day = (row: SynthRow | undefined, field: string): number => row?.[field] as number;
const sum = (list: readonly number[]): number => list.reduce((whole, part) => whole + part, 0);
const ageAt = (born: number, at: number): number => {
  const years = partsOf(at).year - partsOf(born).year;
  return at < birthday(born, years) ? years - 1 : years;
};

test('regions are drawn by population', async () => {
  const { population } = parse(readFileSync(join(root, 'subgraphs/kazakhstan/synth.yaml'), 'utf8')) as {
    population: Record<string, number>;
  };
  const regions = await readCsvFile(join(root, 'subgraphs/kazakhstan/data/regions.csv'), ['id', 'iso']);
  const whole = sum(Object.values(population));
  expect(Object.keys(population)).toHaveLength(20);
  for (const { id, iso } of regions.filter((region) => region['valid_to'] === null)) {
    const expected = (population[iso ?? ''] ?? 0) / whole;
    expect(Math.abs(share(of('persons'), ({ regionId }) => regionId === id) - expected)).toBeLessThan(0.012);
  }
});

test('ages on the last day are 7 to 74, students are the most, and every band of releases is there', () => {
  const ages = of('persons').flatMap(({ birthDate }) => (birthDate === null ? [] : [ageAt(birthDate as number, period.to)]));
  expect([Math.min(...ages), Math.max(...ages)]).toEqual([7, 74]);
  const band = (least: number, most: number): number => share(ages, (age) => age >= least && age <= most);
  expect(band(18, 24)).toBeGreaterThan(0.35);
  expect(band(18, 24)).toBeGreaterThan(2 * band(25, 34));
  expect(band(14, 17)).toBeGreaterThan(band(7, 13));
  expect(band(35, 54)).toBeGreaterThan(band(55, 74));
  for (const bound of [
    [7, 13],
    [14, 17],
    [25, 34],
    [35, 54],
    [55, 74],
  ] as const)
    expect(band(bound[0], bound[1])).toBeGreaterThan(0.04);
});

test('sex is unknown for a few, birth dates and regions are missing for fewer, some records are restricted', () => {
  const unknown = share(of('persons'), ({ sex }) => sex === 'U');
  expect(unknown).toBeGreaterThan(0.01);
  expect(unknown).toBeLessThan(0.03);
  expect(share(of('persons'), ({ sex }) => sex === 'F')).toBeGreaterThan(0.55);
  for (const field of ['birthDate', 'regionId']) {
    const missing = share(of('persons'), (person) => person[field] === null);
    expect(missing).toBeGreaterThan(0.002);
    expect(missing).toBeLessThan(0.02);
  }
  const blocked = share(of('persons'), (person) => person['blocked'] === 1);
  expect(blocked).toBeGreaterThan(0.001);
  expect(blocked).toBeLessThan(0.006);
});

test('a fifth of the active does most of the work, and some registered persons do none', () => {
  const minutes = new Map<unknown, number>();
  for (const row of of('participations')) minutes.set(row['personKey'], (minutes.get(row['personKey']) ?? 0) + (row['minutes'] as number));
  expect(minutes.size / PERSONS).toBeGreaterThan(0.7);
  expect(minutes.size / PERSONS).toBeLessThan(0.92);
  const sorted = [...minutes.values()].sort((a, b) => b - a);
  const topFifth = sum(sorted.slice(0, Math.floor(sorted.length / 5))) / sum(sorted);
  expect(topFifth).toBeGreaterThan(0.6);
  expect(topFifth).toBeLessThan(0.85);
});

test('times of work are skewed to the right, heap on round values and stay within a day', () => {
  const minutes = of('participations')
    .map((row) => row['minutes'] as number)
    .sort((a, b) => a - b);
  const mean = sum(minutes) / minutes.length;
  const median = minutes[Math.floor(minutes.length / 2)] ?? 0;
  expect(mean / median).toBeGreaterThan(1.05);
  expect([minutes[0], minutes.at(-1)]).toEqual([15, 600]);
  const whole = share(minutes, (value) => value % 60 === 0);
  expect(whole).toBeGreaterThan(0.5);
  expect(whole).toBeLessThan(0.85);
});

test('autumn and spring see more work than summer and January, weekends more than weekdays', () => {
  const dates = of('participations').map((row) => row['date'] as number);
  const month = (number: number): number => share(dates, (date) => partsOf(date).month === number);
  expect(month(10)).toBeGreaterThan(1.3 * month(7));
  expect(month(4)).toBeGreaterThan(1.2 * month(1));
  const weekend = share(dates, (date) => weekdayOf(date) % 6 === 0);
  expect(weekend).toBeGreaterThan(0.4);
  expect(weekend).toBeLessThan(0.6);
  expect(Math.min(...dates.slice(0, 50_000))).toBeGreaterThanOrEqual(period.from);
  expect(Math.max(...dates.slice(0, 50_000))).toBeLessThanOrEqual(period.to);
});

test('a representative consents for everybody under age on every day of work, and nobody under age for himself', () => {
  const consents = Map.groupBy(of('consents'), (row) => row['personKey']);
  let minors = 0;
  for (const work of of('participations')) {
    const born = people.get(work['personKey'])?.['birthDate'];
    const date = work['date'] as number;
    if (typeof born !== 'number' || ageAt(born, date) >= 18) continue;
    minors += 1;
    const inForce = consents.get(work['personKey'])?.some((consent) => {
      const [givenAt, expiresAt, withdrawnAt] = ['givenAt', 'expiresAt', 'withdrawnAt'].map((field) => consent[field] as number | null);
      return (
        consent['givenBy'] === 'REPRESENTATIVE' &&
        (givenAt ?? date) <= date &&
        (expiresAt ?? date) >= date &&
        (withdrawnAt ?? date + 1) > date
      );
    });
    expect(inForce).toBe(true);
  }
  expect(minors).toBeGreaterThan(1_000);
  const own = of('consents').filter(({ givenBy }) => givenBy === 'SELF');
  expect(own.filter((row) => ageAt(day(people.get(row['personKey']), 'birthDate') || 0, day(row, 'givenAt')) < 18)).toEqual([]);
});

test('nobody works before joining or the age of seven, after withdrawing, or twice on a day', () => {
  const seen = new Set<string>();
  for (const work of of('participations')) {
    const person = people.get(work['personKey']);
    const date = work['date'] as number;
    expect(date).toBeGreaterThanOrEqual(day(person, 'joinedOn'));
    if (typeof person?.['birthDate'] === 'number') expect(ageAt(person['birthDate'], date)).toBeGreaterThanOrEqual(7);
    seen.add(`${work['personKey']} ${date}`);
  }
  expect(seen.size).toBe(of('participations').length);
});

test('every kind of record has rows, every key is marked, and every key is used once', () => {
  for (const [kind, made] of Object.entries(rows)) {
    expect({ kind, some: made.length > 100 }).toEqual({ kind, some: true });
    const keys = made.map((row) => String(row['sourceKey']));
    expect(keys.filter((key) => !key.startsWith('SYN-'))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  }
  expect(Object.keys(rows)).toHaveLength(8);
});
