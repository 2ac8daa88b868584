import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import type { Qualifier } from '../../subgraphs/contract/enums/qualifier.ts';
import { boundsOf } from '../../subgraphs/contract/figures/bounds-of.ts';

const facts = parse(readFileSync('test/facts/statements.csv', 'utf8'), { columns: true }) as Record<string, string>[];
const number = (cell: string | undefined) => (cell ? Number(cell) : null);
const flag = (cell: string | undefined) => (cell ? cell === 'true' : null);

test('the words give the bounds that the facts state', () => {
  const computed = facts.map(({ id, qualifier, value }) => [id, boundsOf(qualifier as Qualifier, number(value))]);
  const stated = facts.map((fact) => [
    fact['id'],
    {
      lower: number(fact['lower']),
      lowerOpen: flag(fact['lower_open']),
      upper: number(fact['upper']),
      upperOpen: flag(fact['upper_open']),
    },
  ]);
  expect(facts.length).toBeGreaterThan(30);
  expect(computed).toEqual(stated);
});

test.each([
  [130_000, 125_000, 135_000],
  [102_000, 101_500, 102_500],
  [1.5, 1.45, 1.55],
  [2330.82, 2330.815, 2330.825],
  [51.5, 51.45, 51.55],
  [7, 6.5, 7.5],
])('%f rounded is true from %f to below %f', (value, lower, upper) => {
  expect(boundsOf('ROUNDED', value)).toEqual({ lower, lowerOpen: false, upper, upperOpen: true });
});

test('a stated bound never leaves the value outside', () => {
  const qualifiers: Qualifier[] = ['EXACT', 'ROUNDED', 'MORE_THAN', 'AT_LEAST', 'UP_TO', 'LESS_THAN', 'ABOUT', 'NO_NUMBER'];
  fc.assert(
    fc.property(fc.constantFrom(...qualifiers), fc.nat({ max: 10_000_000 }), (qualifier, value) => {
      const bounds = boundsOf(qualifier, value);
      return bounds !== null && (bounds.lower ?? 0) <= value && (bounds.upper ?? Infinity) >= value;
    }),
  );
});
