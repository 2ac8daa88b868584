import { describe, expect, test } from '@jest/globals';
import { type Delivery, expectDeliveries, type MonthlyCount } from '../../../subgraphs/national/intake/quality/deliveries.ts';

const counts = (unit: string | null, months: Readonly<Record<string, number>>): MonthlyCount[] =>
  Object.entries(months).map(([month, count]) => ({ unit, month, count }));
const settings = { units: [], rhythm: 'P1M', today: '2025-06-15' };
const brief = (lines: readonly Delivery[]) =>
  lines.map(({ unit, period, expected, actual, status }) => [unit, period, expected, actual, status]);

test('a month of which nothing came is missing, with what was expected of it', () => {
  const lines = expectDeliveries(counts('a', { '2025-01': 10, '2025-02': 20, '2025-03': 30, '2025-05': 20 }), settings);
  expect(brief(lines)).toEqual([
    ['a', '2025-01', 1, 10, 'DELIVERED'],
    ['a', '2025-02', 1, 20, 'DELIVERED'],
    ['a', '2025-03', 1, 30, 'DELIVERED'],
    ['a', '2025-04', 20, 0, 'MISSING'],
    ['a', '2025-05', 20, 20, 'DELIVERED'],
  ]);
});

test('less than half of the months before is low', () => {
  const before = { '2025-01': 10, '2025-02': 10, '2025-03': 10 };
  expect(brief(expectDeliveries(counts('a', { ...before, '2025-04': 5, '2025-05': 4 }), settings)).slice(3)).toEqual([
    ['a', '2025-04', 10, 5, 'DELIVERED'],
    ['a', '2025-05', 10, 4, 'LOW'],
  ]);
});

test('the month that is not over is neither missing nor delivered', () => {
  expect(expectDeliveries(counts('a', { '2025-06': 10 }), settings)).toEqual([]);
});

test('a unit that never delivered is asked for every month of the others; records of no unit come last', () => {
  const lines = expectDeliveries([...counts('a', { '2025-04': 1 }), ...counts(null, { '2025-05': 1 })], { ...settings, units: ['b'] });
  expect(lines.map(({ unit, period, status }) => [unit, period, status])).toEqual([
    ['a', '2025-04', 'DELIVERED'],
    ['a', '2025-05', 'MISSING'],
    ['b', '2025-04', 'MISSING'],
    ['b', '2025-05', 'MISSING'],
    [null, '2025-05', 'DELIVERED'],
  ]);
});

describe.each([
  ['P1M', ['2025-02', '2025-03', '2025-04', '2025-05']],
  ['P3M', ['2025-01/2025-03']],
  ['QUARTER', ['2025-01/2025-03']],
  ['P1Y', []],
  ['P7D', ['2025-02', '2025-03', '2025-04', '2025-05']],
])('with the rhythm %s', (rhythm, periods) => {
  test('a period is as long as the network promises to refresh', () =>
    expect(expectDeliveries(counts('a', { '2025-02': 1 }), { ...settings, rhythm }).map(({ period }) => period)).toEqual(periods));
});

test('a year reads as a year', () => {
  const lines = expectDeliveries(counts('a', { '2023-05': 1, '2024-12': 2 }), { ...settings, rhythm: 'P1Y' });
  expect(lines.map(({ period, actual }) => [period, actual])).toEqual([
    ['2023', 1],
    ['2024', 2],
  ]);
});
