import { expect, test } from '@jest/globals';
import { deriveObsStatus } from '../../subgraphs/national/intake/derive-obs-status.ts';

const base = {
  subjectId: 'KZ',
  indicator: 'VOL_TOTAL',
  definition: 'UNSPECIFIED',
  qualifier: 'EXACT',
  periodKind: 'YEAR',
  method: 'ADMIN_REGISTER',
  missingReason: null,
};
const year = (id: string, start: number, value: number | null, more = {}) => ({
  ...base,
  id,
  periodStart: `${start}-01-01`,
  value,
  ...more,
});

test('the later of two consecutive years that differ by half is a break, the earlier is not', () => {
  expect([...deriveObsStatus([year('a', 2022, 100), year('b', 2023, 150), year('c', 2024, 160), year('d', 2025, 106)])]).toEqual([
    ['a', 'A'],
    ['b', 'B'],
    ['c', 'A'],
    ['d', 'B'],
  ]);
});

test('a gap of a year, another definition or another subject makes no break', () => {
  const rows = [
    year('a', 2020, 100),
    year('b', 2022, 300),
    year('c', 2021, 900, { definition: 'TAKES_PART' }),
    year('d', 2021, 900, { subjectId: 'UZ' }),
  ];
  expect([...deriveObsStatus(rows).values()]).toEqual(['A', 'A', 'A', 'A']);
});

test('the first rule that applies wins', () => {
  const rows = [
    year('q', 2022, null, { missingReason: 'SUPPRESSED', qualifier: 'NO_NUMBER' }),
    year('l', 2022, null, { qualifier: 'NO_NUMBER', periodKind: 'PLAN' }),
    year('f', 2022, 5, { periodKind: 'PLAN', method: 'PRESS_STATEMENT' }),
    year('v', 2022, 5, { method: 'PRESS_STATEMENT' }),
  ];
  expect([...deriveObsStatus(rows).values()]).toEqual(['Q', 'L', 'F', 'V']);
});
