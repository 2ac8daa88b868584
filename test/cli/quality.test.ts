import { beforeAll, describe, expect, test } from '@jest/globals';
import { sqlite } from '../harness/databases.ts';
import { type OpenRecords, openRecords } from '../national/quality/open-records.ts';
import { person, worked } from '../national/quality/table-samples.ts';
import { runBirge } from './run-birge.ts';

const SENTINEL = 'sentinel-key-77';
/** The command reads the real clock, so that its months are told from today: `2026-03` in June for 3. */
const monthsAgo = (count: number): string => {
  const today = new Date();
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - count, 1)).toISOString().slice(0, 7);
};
let records: OpenRecords;
const birge = (...args: string[]) => runBirge(['quality', '--network', 'kz', ...args], { BIRGE_DATA: records.dataFolder });
beforeAll(async () => {
  records = await openRecords(sqlite);
});

test('publications alone have warnings and no error, so the command ends well', async () => {
  const { code, out } = await birge();
  expect(out).toMatch(/^WARNING {2}ACTION_WITHOUT_DATE {2}actions start {2}2 rows: an action without a first day$/m);
  expect(out).toMatch(/^ {4}kz:aid-flow:aid-sent {2}1 row$/m);
  expect(out).toMatch(/rows checked by \d+ rules: 0 errors, \d+ warnings\.\n$/);
  expect(code).toBe(0);
});

describe('with records', () => {
  beforeAll(() =>
    records.store([
      person('a', { source_key: SENTINEL }),
      ...[10, 9, 8, 6].map((count) => worked('a', { date: `${monthsAgo(count)}-10` })),
      worked('a', { date: `${monthsAgo(10)}-10`, minutes: 900, source_key: `${SENTINEL}-p` }),
    ]),
  );

  test('an error ends the command with 1, and the places of it are named', async () => {
    const { code, out } = await birge();
    expect(out).toMatch(/^ERROR {2}MINUTES_PER_DAY {2}participations minutes {2}2 rows: rows that together/m);
    expect(out).toContain(`\n    kz:unit:front-office-almaty  ${monthsAgo(10)}  2 rows\n`);
    expect(out).toMatch(/: 2 errors, \d+ warnings\.\n$/);
    expect(code).toBe(1);
  });

  test('--report names the months that are missing', async () => {
    const { out } = await birge('--report');
    expect(out).toContain('Expected against actual, by unit and period:');
    expect(out).toContain(`  kz:unit:front-office-almaty  4 of 10 periods\n    missing: ${[7, 5, 4, 3, 2, 1].map(monthsAgo).join(', ')}\n`);
  });

  test('--json gives the same to programs, and nothing of a record', async () => {
    const { out, err } = await birge('--json', '--report');
    const check = JSON.parse(out);
    expect(Object.keys(check)).toEqual(['network', 'checkedAt', 'since', 'rules', 'rowsChecked', 'findings', 'deliveries']);
    const found = check.findings.find(({ rule }: { rule: string }) => rule === 'MINUTES_PER_DAY');
    expect(found).toMatchObject({ severity: 'ERROR', kind: 'participations', field: 'minutes', period: monthsAgo(10), count: 2 });
    expect(check.deliveries[3]).toEqual({
      unit: 'kz:unit:front-office-almaty',
      period: monthsAgo(7),
      expected: 1,
      actual: 0,
      status: 'MISSING',
    });
    expect(out + err).not.toContain(SENTINEL);
  });

  test('--since leaves older records out', async () => {
    const { code, out } = await birge('--since', `${monthsAgo(9)}-01`);
    expect(out).not.toContain('MINUTES_PER_DAY');
    expect(code).toBe(0);
  });

  test('--keys names the records at fault on this machine', async () => {
    const { out } = await birge('--rule', 'MINUTES_PER_DAY', '--keys');
    expect(out).toMatch(new RegExp(`^ {2}participations {2}source registry {2}key ${SENTINEL}-p$`, 'm'));
    expect(out.match(/ {2}source registry {2}key /g)).toHaveLength(2);
  });
});

test.each([
  ['a rule that is none', ['--rule', 'NOPE'], /"NOPE" is no rule; accepted: ACTION_UNKNOWN, /],
  ['a day that is none', ['--since', '2024-02-30'], /--since must be a day, YYYY-MM-DD, not "2024-02-30"/],
  ['keys of all rules', ['--keys'], /name it with --rule/],
])('%s is wrong use, said in a line', async (_, args, message) => {
  const { code, err } = await birge(...args);
  expect(err).toMatch(message);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(2);
});

test('a network that was never started, and a member that is no country, are told so', async () => {
  const empty = await runBirge(['quality', '--network', 'uz'], { BIRGE_DATA: records.dataFolder });
  expect(empty.err).toMatch(/uzbekistan\.sqlite is missing; start the network once/);
  expect(empty.code).toBe(2);
  const hub = await runBirge(['quality', '--network', 'hub']);
  expect(hub.err).toMatch(/hub has no records here/);
  expect(hub.code).toBe(2);
});
