import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { array, assert, asyncProperty, constantFrom, integer, nat, record } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sqlite } from '../../../harness/databases.ts';
import { databases } from '../../open-history.ts';
import { type OpenImport, openImport } from './open-import.ts';

// The first rows of a source go straight into their table as far as they are beyond doubt; beside a row that is there already, all of them wait.

const RUNS = 10;
const HEAD = 'sourceKey,personKey,actionId,role,date,minutes';
const COLUMNS = { sourceKey: 'sourceKey', personKey: 'personKey', actionId: 'actionId', role: 'role', date: 'date', minutes: 'minutes' };
const ANY = { allowedFaults: { count: 100, unit: 'percent' } } as const;
/** One for each reason that a rule may find: nothing, under age, restricted, consent withdrawn, consent run out, no birth date, joined late, too young. */
const PERSONS = [
  'sourceKey,birthDate,sex,joinedOn,blocked',
  'good,1990-01-01,F,2020-01-01,',
  'minor,2010-06-01,M,2020-01-01,',
  'restricted,1990-01-01,F,2020-01-01,yes',
  'withdrawn,1990-01-01,F,2020-01-01,',
  'expired,1990-01-01,F,2020-01-01,',
  'ageless,,U,,',
  'late,1990-01-01,F,2025-05-02,',
  'child,2022-05-02,F,,',
  // In UTF-8 as long as the next one, and in letters as long as another.
  'Аяз,1990-01-01,M,,',
  'Айгүл🙂,1990-01-01,F,,',
  ...Array.from({ length: 10 }, (_, index) => `p${index},1980-01-01,F,,`),
];
const CONSENTS = [
  'sourceKey,personKey,purpose,legalBasis,givenBy,givenAt,expiresAt,withdrawnAt',
  'c1,minor,REGISTER,CONSENT,REPRESENTATIVE,2024-01-01,2025-05-01,',
  'c2,withdrawn,REGISTER,CONSENT,SELF,2024-01-01,2027-01-01,2025-05-02',
  'c3,expired,REGISTER,CONSENT,SELF,2024-01-01,2025-05-01,2026-01-01',
  'c4,expired,REGISTER,CONSENT,SELF,2025-05-03,,',
];
const days = ['2025-04-29', '2025-04-30', '2025-05-01', '2025-05-02', '2025-05-03', '1.5.2025'];

const row = record({
  key: integer({ min: 0, max: 200 }),
  person: constantFrom(...PERSONS.slice(1).map((line) => line.split(',')[0] ?? ''), 'good', 'nobody'),
  action: constantFrom('', '', 'xa:action:beach-day'),
  role: constantFrom('', 'VOLUNTEER', '"tab\tand ""line\nfeed"""', 'back\\slash \\N'),
  date: constantFrom(...days),
  minutes: constantFrom('', '30', '60', '60', '75', '75', '120', '481', '900', '2000'),
});
type Cells = typeof row extends { generate: unknown }
  ? { key: number; person: string; action: string; role: string; date: string; minutes: string }
  : never;

const linesOf = (rows: readonly Cells[]): string[] => [
  HEAD,
  ...rows.map(({ key, person, action, role, date, minutes }) => `k${key},${person},${action},${role},${date},${minutes}`),
];
const mappingOf = (source: string): string =>
  JSON.stringify({ version: 1, kind: 'participations', source, mode: 'incremental', columns: COLUMNS });

const dayAfter = (count: number): string => new Date(Date.UTC(2020, 0, 1 + count)).toISOString().slice(0, 10);
/** Participations beyond doubt, ten a day. */
const linesFrom = (first: number, count: number): string[] => [
  HEAD,
  ...Array.from({ length: count }, (_, index) => `k${first + index},p${index % 10},,,${dayAfter(Math.floor(index / 10))},30`),
];

describe.each(databases)('on $name', (kind) => {
  let network: OpenImport;
  beforeAll(async () => {
    network = await openImport(kind);
    for (const source of ['straight', 'waiting']) {
      const mapping = (name: string, lines: readonly string[]): string =>
        JSON.stringify({
          version: 1,
          kind: name,
          source,
          columns: Object.fromEntries((lines[0] ?? '').split(',').map((column) => [column, column])),
        });
      await network.bring('persons', PERSONS, { mapping: mapping('persons', PERSONS) });
      await network.bring('consents', CONSENTS, { mapping: mapping('consents', CONSENTS) });
    }
  });
  afterAll(() => network.close());

  /** Brings rows in as a source's first or not, and tells all that is to be seen of it. */
  const broughtIn = async (lines: readonly string[], source: 'straight' | 'waiting') => {
    await network.rows('delete from record_participation');
    if (source === 'waiting') await network.bring('participations', [HEAD, 'before,good,,,2021-01-01,'], { mapping: mappingOf(source) });
    const { counts, faults, warnings } = await network.bring('participations', lines, { ...ANY, mapping: mappingOf(source) });
    const rows = await network.rows(
      `select work.source_key, person.source_key as person, action_id, role, date, minutes, confirmed_by from record_participation as work
       join record_person as person on person.id = work.person_id where work.source_key <> 'before' order by 1`,
    );
    const findings = await network.rows(
      `select rule, severity, kind, field, unit_id, period, count, rows, expected, actual from quality_finding
       where check_id = (select max(id) from quality_check) order by seq`,
    );
    return { counts, faults, warnings, rows, findings };
  };

  test('rows that go straight in leave the same table, counts, faults and findings as rows that wait', async () => {
    const seen = { rows: 0, findings: 0, repeated: 0 };
    await assert(
      asyncProperty(
        array(row, { minLength: 20, maxLength: 120, size: 'max' }),
        array(nat({ max: 119 }), { minLength: 1, maxLength: 5 }),
        async (rows, again) => {
          const lines = linesOf([...rows, ...again.flatMap((index) => rows[index] ?? [])]);
          const straight = await broughtIn(lines, 'straight');
          expect(straight).toEqual(await broughtIn(lines, 'waiting'));
          seen.rows += straight.rows.length;
          seen.findings += straight.findings.length;
          seen.repeated += straight.counts.repeated;
        },
      ),
      { numRuns: RUNS, seed: 11, endOnFailure: true },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  test('also over several parts, in which equals are far apart', async () => {
    const ROWS = 40_000;
    // Each person and day once, but for every 400th row.
    const all = Array.from({ length: ROWS }, (_, index): Cells => {
      const date = new Date(Date.UTC(2015, 0, 1 + Math.floor((index % (ROWS - 400)) / 10))).toISOString().slice(0, 10);
      const person = index % 400 === 0 ? 'good' : `p${index % 10}`;
      return {
        key: (index * 7_919) % 1_000_003,
        person,
        action: '',
        role: `part ${index % 3_000}`,
        date,
        minutes: String(1 + (index % 30)),
      };
    });
    for (let index = 0; index < 40; index += 1) {
      const twin = all[index * 20] as Cells;
      all.push(index % 2 === 0 ? twin : { ...twin, role: 'other' });
    }
    const straight = await broughtIn(linesOf(all), 'straight');
    expect(straight).toEqual(await broughtIn(linesOf(all), 'waiting'));
    expect(straight.counts).toMatchObject({ repeated: 20, rejected: 40 });
  });

  /** The keys of one source, found by the index of the table or without it. */
  const keysOf = async (source: string): Promise<unknown[]> =>
    (await network.rows(`select source_key from record_participation where source = '${source}' order by 1`)).map(
      (found) => found['source_key'],
    );

  test('a first file of a second source leaves the rows of the first alone, whether it is large beside them or small', async () => {
    await network.rows('delete from record_participation');
    await network.bring('participations', linesFrom(0, 4_000), { mapping: mappingOf('straight') });
    const first = await keysOf('straight');
    for (const [source, count] of [
      ['waiting', 3_000],
      ['straight', 5],
    ] as const) {
      await network.rows(`delete from record_participation where source = '${source}'`);
      const { counts } = await network.bring('participations', linesFrom(2_000, count), { mapping: mappingOf(source) });
      expect(counts).toMatchObject({ new: count, rejected: 0 });
      expect(await keysOf(source)).toHaveLength(count);
    }
    expect(first).toHaveLength(4_000);
    expect(await keysOf('waiting')).toHaveLength(3_000);
    await expect(
      network.rows(`insert into record_participation (source, source_key, imported_by, person_id, date)
        select source, source_key, imported_by, person_id, date from record_participation where source = 'waiting' limit 1`),
    ).rejects.toThrow(/unique/i);
  });

  test('a first file that is refused leaves nothing, and one that is taken back neither', async () => {
    await network.rows('delete from record_participation');
    const before = await network.hash();
    const lines = [HEAD, 'a,good,,,2025-05-01,10', 'b,nobody,,,2025-05-01,10'];
    await expect(network.bring('participations', lines, { mapping: mappingOf('straight') })).rejects.toMatchObject({
      code: 'ROWS_REJECTED',
    });
    expect(await network.hash()).toBe(before);
    expect((await network.journal())[0]).toMatchObject({ outcome: 'REFUSED', reason: 'ROWS_REJECTED' });
    const { importId } = await network.bring('participations', lines.slice(0, 2), { mapping: mappingOf('straight') });
    expect(await network.hash()).not.toBe(before);
    await network.undo(importId ?? 0);
    expect(await network.hash()).toBe(before);
  });
});

test('a first file that is to be written takes the right to write while it is read, and no other does', async () => {
  const network = await openImport(sqlite);
  await network.bring('persons', PERSONS);
  const file = join(network.folder, 'atlantis.sqlite');
  const isFree = (): boolean => {
    const database = new DatabaseSync(file, { timeout: 0 });
    try {
      database.exec('begin immediate');
      return true;
    } catch {
      return false;
    } finally {
      database.close();
    }
  };
  const freeWhileChecking = async (lines: readonly string[], isCommitted: boolean): Promise<boolean | undefined> => {
    let found: boolean | undefined;
    Object.assign(network.place, { progress: (step: string) => (step === 'checking' ? (found = isFree()) : undefined) });
    await network.bring('participations', lines, { isCommitted });
    return found;
  };
  const lines = [HEAD, 'a,good,,,2025-05-01,10'];
  expect(await freeWhileChecking(lines, false)).toBe(true);
  expect(await freeWhileChecking(lines, true)).toBe(false);
  expect(await freeWhileChecking([...lines, 'b,good,,,2025-05-02,10'], true)).toBe(true);
  await network.close();
});
