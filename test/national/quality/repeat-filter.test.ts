import { expect, test } from '@jest/globals';
import { NumberList } from '../../../subgraphs/national/intake/quality/number-list.ts';
import { RepeatFilter } from '../../../subgraphs/national/intake/quality/repeat-filter.ts';
import { HASH_BEGIN, hashText } from '../../../subgraphs/national/intake/text-hash.ts';

const days = Array.from({ length: 500 }, (_, index) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10));
const hashOf = (person: string, day: string): number => hashText(day, hashText(person, HASH_BEGIN));
const pair = (index: number): number => hashOf(`KZ-${index % 997}`, days[Math.floor(index / 997)] ?? '');

test('every pair that came before is told', () => {
  const filter = new RepeatFilter();
  for (let index = 0; index < 50_000; index += 1) filter.mayRepeat(pair(index));
  let told = 0;
  for (let index = 0; index < 50_000; index += 1) if (filter.mayRepeat(pair(index))) told += 1;
  expect(told).toBe(50_000);
});

test('of pairs that never came before, few are told: neighbors are spread apart', () => {
  const filter = new RepeatFilter();
  let told = 0;
  for (let index = 0; index < 400_000; index += 1) if (filter.mayRepeat(pair(index))) told += 1;
  // Of 400,000, some 19 have the same 32 bits as an earlier one; a few more find all four of their marks set by others of their block.
  expect(told).toBeGreaterThan(10);
  expect(told).toBeLessThan(120);
});

test('a pair is not the same pair the other way round, nor its text moved across', () => {
  const filter = new RepeatFilter();
  filter.mayRepeat(hashOf('ab', 'c'));
  expect([filter.mayRepeat(hashOf('c', 'ab')), filter.mayRepeat(hashOf('b', 'ac'))]).toEqual([false, false]);
});

test('a list of lines gives all of them back in parts', () => {
  const lines = new NumberList();
  for (let line = 1; line <= 2_500; line += 1) lines.add(line);
  const parts = [...lines.parts(1_000)];
  expect(parts.map((part) => part.length)).toEqual([1_000, 1_000, 500]);
  expect(parts.flat()).toEqual(Array.from({ length: 2_500 }, (_, index) => index + 1));
});
