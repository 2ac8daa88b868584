import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { periodFacts } from '../../../subgraphs/hub/merge/period-facts.ts';
import { areLengthsDifferent, periodLength } from '../../../subgraphs/hub/merge/period-length.ts';
import { type KnownDays, periodRelation } from '../../../subgraphs/hub/merge/period-relation.ts';
import { stated } from './made-up-facts.ts';

test.each([
  ['2022', '2023', 'DISJOINT'],
  ['2023', '2023?', 'EQUAL'],
  ['2023-06', '2023', 'WITHIN'],
  ['2023', '2023-06', 'CONTAINS'],
  ['2023-06/2024-06', '2023', 'OVERLAPS'],
  ['2015/..', '2023', 'CONTAINS'],
  ['2023', '2015/..', 'WITHIN'],
  ['2023-01?/', '2022', 'DISJOINT'],
  ['2023-01?/', '2023', 'UNKNOWN'],
  ['2023-01?/', '2023-01?/', 'UNKNOWN'],
  [null, '2023', 'UNKNOWN'],
  [null, null, 'UNKNOWN'],
] as const)('%s is to %s: %s', (a, b, relation) => expect(periodRelation(stated(a), stated(b))).toBe(relation));

const day = fc.constantFrom('2020-01-01', '2020-06-30', '2021-01-01', '2021-12-31', '2022-05-05');
const days: fc.Arbitrary<KnownDays> = fc
  .tuple(fc.option(day), fc.option(day))
  .filter(([start, end]) => start === null || end === null || start <= end)
  .map(([start, end]) => ({ start, end }));

test('seen from the other side WITHIN is CONTAINS, and the rest is the same', () => {
  const turned = { DISJOINT: 'DISJOINT', UNKNOWN: 'UNKNOWN', EQUAL: 'EQUAL', WITHIN: 'CONTAINS', CONTAINS: 'WITHIN', OVERLAPS: 'OVERLAPS' };
  fc.assert(fc.property(days, days, (a, b) => expect(periodRelation(b, a)).toBe(turned[periodRelation(a, b)])));
});

const length = (edtf: string | null, kind: string, duration: string | null = null) =>
  periodLength(periodFacts({ edtf, kind, duration, basis: 'STATED' }));

test.each([
  [null, 'SINCE_FOUNDING', 'P10Y', { unit: 'MONTH', count: 120 }],
  [null, 'RECURRING', 'P1W', { unit: 'DAY', count: 7 }],
  [null, 'RECURRING', 'P1Y6M', { unit: 'MONTH', count: 18 }],
  ['2023?', 'PREVIOUS_YEAR', null, { unit: 'MONTH', count: 12 }],
  ['2024', 'OTHER', null, { unit: 'MONTH', count: 12 }],
  ['2023-02', 'OTHER', null, { unit: 'MONTH', count: 1 }],
  ['2023-06-20/2023-06-21', 'EVENT', null, { unit: 'DAY', count: 2 }],
  ['2023-01?/', 'YEAR_TO_DATE', null, null],
  ['2015/..', 'OTHER', null, null],
  [null, 'UNSTATED', null, null],
  [null, 'OTHER', 'P1M3D', null],
  [null, 'OTHER', 'PT5H', null],
] as const)('the length of %s, %s, %s', (edtf, kind, duration, expected) => expect(length(edtf, kind, duration)).toEqual(expected));

test.each([
  [{ unit: 'MONTH', count: 12 }, { unit: 'MONTH', count: 120 }, true],
  [{ unit: 'MONTH', count: 1 }, { unit: 'DAY', count: 31 }, false],
  [{ unit: 'MONTH', count: 1 }, { unit: 'DAY', count: 40 }, true],
  [{ unit: 'DAY', count: 365 }, { unit: 'MONTH', count: 12 }, false],
] as const)('%j and %j cannot be one length: %s', (a, b, expected) => expect(areLengthsDifferent(a, b)).toBe(expected));
