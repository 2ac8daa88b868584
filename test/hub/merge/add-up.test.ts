import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type AddedUp, addTwo, addUp, AT_LEAST_NOTHING, type Fold, NOTHING, type Part } from '../../../subgraphs/hub/merge/add-up.ts';
import { figureOfWords } from './made-up-facts.ts';

const part = (...words: Parameters<typeof figureOfWords>): Part => figureOfWords(...words) as Part;
const asSum = (figure: Part): AddedUp => ({ ...figure, refusal: null });
const say = ({ qualifier, value, lower, lowerOpen, upper, upperOpen, refusal }: AddedUp): string => {
  const least = lower === null ? '(null' : `${lowerOpen ? '(' : '['}${lower}`;
  const most = upper === null ? 'null' : `${upper}${upperOpen ? ')' : ']'}`;
  return `${refusal ?? `${qualifier} ${value}`} ${least}, ${most}`;
};

test.each([
  ['27 and more than 30', [part('EXACT', 27), part('MORE_THAN', 30)], 'MORE_THAN 57 (57, null'],
  ['more than 130,000 and 240 thousand', [part('MORE_THAN', 130_000), part('ROUNDED', 240_000)], 'ABOUT_OR_MORE 370000 (365000, null'],
  ['up to 160,000 and 69', [part('UP_TO', 160_000), part('EXACT', 69)], 'UP_TO 160069 [69, 160069]'],
  ['more than 400 and up to 160,000', [part('MORE_THAN', 400), part('UP_TO', 160_000)], 'OPPOSITE_BOUNDS (400, null'],
  ['51.5 and 0.1', [part('EXACT', 51.5), part('EXACT', 0.1)], 'EXACT 51.6 [51.6, 51.6]'],
  ['about 200 and 5', [part('ABOUT', 200), part('EXACT', 5)], 'ABOUT 205 [5, null'],
  ['more than none and about 5', [part('MORE_THAN', 0), part('ABOUT', 5)], 'ABOUT_OR_MORE 5 (0, null'],
  ['up to 5 and nothing', [part('UP_TO', 5), part('EXACT', 0)], 'UP_TO 5 (null, 5]'],
  ['fewer than 5 and 3', [part('LESS_THAN', 5), part('EXACT', 3)], 'LESS_THAN 8 [3, 8)'],
  ['from 10 to 20 and 130 thousand', [part('RANGE', 10, 20), part('ROUNDED', 130_000)], 'RANGE 130015 [125010, 135020)'],
  ['30 and a country that did not answer', [part('EXACT', 30), AT_LEAST_NOTHING], 'AT_LEAST 30 [30, null'],
  ['more than 500 and what may be counted already', [part('MORE_THAN', 500), AT_LEAST_NOTHING], 'MORE_THAN 500 (500, null'],
  ['nothing', [], 'EXACT 0 [0, 0]'],
] as const)('the sum of %s', (_, parts, sum) => expect(say(addUp(parts, 'SUM'))).toBe(sum));

test.each([
  ['more than 5 and 10: 10 stays possible', [part('MORE_THAN', 5), part('EXACT', 10)], 'AT_LEAST 10 [10, null'],
  ['more than 10 and 10', [part('MORE_THAN', 10), part('EXACT', 10)], 'MORE_THAN 10 (10, null'],
  ['fewer than 10 and 10', [part('LESS_THAN', 10), part('EXACT', 10)], 'UP_TO 10 [10, 10]'],
  ['fewer than 10 and 5', [part('LESS_THAN', 10), part('EXACT', 5)], 'LESS_THAN 10 [5, 10)'],
  ['50 and 80', [part('EXACT', 50), part('EXACT', 80)], 'EXACT 80 [80, 80]'],
] as const)('the greatest of %s', (_, parts, sum) => expect(say(addUp(parts, 'MAX'))).toBe(sum));

const SAID_OF_ANY = ['EXACT', 'MORE_THAN', 'AT_LEAST', 'UP_TO', 'ABOUT'] as const;
/** Numbers with up to two decimals. */
const number = fc.integer({ min: 0, max: 1_000_000 }).map((hundredths) => hundredths / 100);
const whole = fc.integer({ min: 1, max: 1_000_000 });
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  fc.tuple(fc.constantFrom(...SAID_OF_ANY), number).map(([qualifier, value]) => part(qualifier, value)),
  // Nobody says "fewer than 0"; scale words stand with whole numbers.
  fc.tuple(fc.constantFrom('LESS_THAN' as const, 'ROUNDED' as const), whole).map(([qualifier, value]) => part(qualifier, value)),
  fc.tuple(number, number).map(([a, b]) => part('RANGE', Math.min(a, b), Math.max(a, b))),
);

/** A part with a value that its words allow. */
const admissible = anyPart.chain((told) => {
  const lower = told.lower ?? 0;
  const upper = told.upper ?? lower + 1_000_000;
  return fc
    .double({ min: lower, max: upper, noNaN: true })
    .filter((value) => (value > lower || !told.lowerOpen) && (value < upper || !told.upperOpen))
    .map((value) => ({ told, value }));
});

describe.each(['SUM', 'MAX'] as const)('%s', (fold: Fold) => {
  const join = (a: AddedUp, b: AddedUp) => addTwo(a, b, fold);
  const sum = fc.array(anyPart, { maxLength: 3 }).map((parts) => addUp(parts, fold));

  test('the order of two makes no difference', () => {
    fc.assert(fc.property(sum, sum, (a, b) => expect(join(a, b)).toEqual(join(b, a))));
  });

  test('the order of steps makes no difference', () => {
    fc.assert(fc.property(sum, sum, sum, (a, b, c) => expect(join(join(a, b), c)).toEqual(join(a, join(b, c)))));
  });

  test('nothing changes nothing', () => {
    fc.assert(fc.property(anyPart, (a) => expect(join(asSum(a), NOTHING)).toEqual(asSum(a))));
    fc.assert(fc.property(sum, (a) => expect(join(a, NOTHING)).toEqual(a)));
  });

  test('what is refused stays refused', () => {
    const refused = fc.array(anyPart, { maxLength: 3 }).map((parts) => addUp([part('MORE_THAN', 1), ...parts, part('UP_TO', 1)], fold));
    fc.assert(
      fc.property(refused, sum, (a, b) => expect(join(a, b)).toMatchObject({ value: null, qualifier: null, refusal: 'OPPOSITE_BOUNDS' })),
    );
  });

  test('the bounds hold whatever the parts allow, and "more than" and "fewer than" are true', () => {
    fc.assert(
      fc.property(fc.array(admissible, { minLength: 1, maxLength: 5 }), (parts) => {
        const values = parts.map(({ value }) => value);
        const truth = fold === 'SUM' ? values.reduce((total, value) => total + value, 0) : Math.max(...values);
        const told = addUp(
          parts.map((each) => each.told),
          fold,
        );
        // Of the greatest no bound may be crossed at all; a binary sum of the drawn values is off by a few last digits.
        const slack = fold === 'SUM' ? truth * 1e-12 : 0;
        if (told.lower !== null) expect(truth + slack).toBeGreaterThanOrEqual(told.lower);
        if (told.upper !== null) expect(truth - slack).toBeLessThanOrEqual(told.upper);
        if (fold === 'MAX' && told.lowerOpen) expect(truth).toBeGreaterThan(told.lower ?? 0);
        if (fold === 'MAX' && told.upperOpen) expect(truth).toBeLessThan(told.upper ?? Infinity);
        if (told.qualifier === 'MORE_THAN') expect([told.lower, told.lowerOpen]).toEqual([told.value, true]);
        if (told.qualifier === 'LESS_THAN') expect([told.upper, told.upperOpen]).toEqual([told.value, true]);
      }),
    );
  });

  test('inexact parts never make an exact number, and one vague part makes it vague', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 5 }), (parts) => {
        const { qualifier } = addUp(parts, fold);
        expect(qualifier === 'EXACT').toBe(parts.every((each) => each.qualifier === 'EXACT'));
        if (qualifier !== null && parts.some((each) => each.qualifier === 'ABOUT')) expect(qualifier).toMatch(/^ABOUT/);
      }),
    );
  });

  test('"more than" stands only where no part is loose and one is more than its number', () => {
    const allowed = new Set(['EXACT', 'AT_LEAST', 'MORE_THAN']);
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 4 }), (parts) => {
        if (addUp(parts, fold).qualifier !== 'MORE_THAN') return;
        expect(parts.every(({ qualifier }) => allowed.has(qualifier))).toBe(true);
        expect(parts.some(({ qualifier }) => qualifier === 'MORE_THAN')).toBe(true);
      }),
    );
  });
});
