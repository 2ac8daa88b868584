import { expect, test } from '@jest/globals';
import { createRate } from '../../../gateway/limits/rate/create-rate.ts';
import { readLimits } from '../../../gateway/limits/limits.ts';

function rateOf(perMinute: number) {
  const clock = { ms: 0 };
  const limits = { ...readLimits((_variable, shipped) => shipped), requestsPerMinute: perMinute, costPerMinute: perMinute };
  return { clock, rate: createRate(limits, () => clock.ms) };
}

test('a minute begins with the first request and ends sixty seconds later', () => {
  const { clock, rate } = rateOf(2);
  clock.ms = 5_000;
  expect(rate.takeRequest('a')).toBeNull();
  clock.ms = 64_000;
  expect([rate.takeRequest('a'), rate.takeRequest('a'), rate.takeRequest('b')]).toEqual([null, 1, null]);
  clock.ms = 65_000;
  expect(rate.takeRequest('a')).toBeNull();
});

test('of more clients than are counted at once, the one that has not asked for longest is forgotten', () => {
  const { rate } = rateOf(1);
  expect(rate.takeCost('first', 2)).toBe(60);
  expect(rate.takeCost('second', 2)).toBe(60);
  for (let client = 0; client < 49_999; client += 1) rate.takeCost(`other ${client}`, 1);
  expect(rate.takeCost('second', 0)).toBe(60);
  expect(rate.takeCost('first', 1)).toBeNull();
});

test('without a limit nothing is counted', () => {
  expect(rateOf(0).rate.takeCost('a', 1_000_000)).toBeNull();
});
