import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDecimals } from '../../../subgraphs/hub/merge/decimal.ts';

test.each([
  [[0.1, 0.2], 0.3],
  [[51.5, 0.1], 51.6],
  [[1.005, 2.995, 10], 14],
  [[1e-7, 2e-7], 3e-7],
  [[1e21, 1], 1e21],
  [[-0.1, 0.3], 0.2],
  [[], 0],
] as const)('%j add up to %j', (numbers, sum) => expect(addDecimals(...numbers)).toBe(sum));

test('the sum of decimals is that of their whole multiples', () => {
  const milli = fc.integer({ min: 0, max: 1_000_000_000 });
  fc.assert(
    fc.property(fc.array(milli), (millis) => {
      const sum = millis.reduce((total, each) => total + each, 0);
      expect(addDecimals(...millis.map((each) => each / 1000))).toBe(sum / 1000);
    }),
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%p is refused', (number) => expect(() => addDecimals(1, number)).toThrow(RangeError));
