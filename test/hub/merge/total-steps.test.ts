import { expect, test } from '@jest/globals';
import type { Figure } from '../../../subgraphs/hub/merge/figure.ts';
import type { StatementFacts } from '../../../subgraphs/hub/merge/statement-facts.ts';
import { ask, excludedFrom, ids } from './ask-total.ts';
import { exactly, figureOfWords, madeUpStatement, stated } from './made-up-facts.ts';

const kz = { kind: 'COUNTRY', id: 'KZ' };
const almaty = { kind: 'REGION', id: 'KZ-75' };
const astana = { kind: 'REGION', id: 'KZ-71' };
const network = { kind: 'ORGANIZATION', id: 'kz:organization:nvs' };
const a = madeUpStatement({ id: 'a' });

test('a statement that was corrected is not there', () => {
  expect(ask([a, madeUpStatement({ id: 'b', supersededBy: 'a', ...exactly(7) })], {})).toMatchObject({ value: 100, excluded: [] });
});

test('a value that was kept back is no number', () => {
  expect(excludedFrom(ask([madeUpStatement({ id: 'b', value: null, missingReason: 'SUPPRESSED' })], {}))).toEqual([
    ['b', 'NO_NUMBER', null],
  ]);
});

test('of several reasons the first is told', () => {
  const plan = madeUpStatement({ id: 'b', definition: 'TAKES_PART', period: stated('2030', 'PLAN') });
  expect(excludedFrom(ask([a, plan], { period: '2023' }))).toEqual([['b', 'PLAN', null]]);
  expect(excludedFrom(ask([a, { ...plan, period: stated('2030') }], { period: '2023' }))).toEqual([['b', 'DEFINITION_DIFFERS', null]]);
});

test('without a period an unknown end counts as the earliest', () => {
  const undated = madeUpStatement({ id: 'b', period: stated(null, 'UNDATED_PRESENT') });
  expect(excludedFrom(ask([a, undated], {}))).toEqual([['b', 'EARLIER_PERIOD', 'a']]);
});

test('an earlier count of another part of the people stays', () => {
  const young = madeUpStatement({ id: 'b', population: 'YOUTH', period: stated('2022') });
  expect(excludedFrom(ask([a, young], {}))).toEqual([['b', 'OVERLAPS', 'a']]);
});

test('what has no rule over time is refused when a subject has two periods', () => {
  const engaged = { indicator: 'VOL_ENGAGED', definition: 'TOOK_PART' };
  const [first, second] = [madeUpStatement({ id: 'a', ...engaged }), madeUpStatement({ id: 'b', ...engaged, period: stated('2022') })];
  expect(ask([first, second], engaged)).toMatchObject({ refusal: 'NOT_ADDABLE', value: null, lower: null, qualifier: null });
  expect(ids(ask([first, second], engaged).used)).toEqual(['a', 'b']);
});

test('of rivals the narrower stays, then the later known', () => {
  const rounded = madeUpStatement({ id: 'b', ...figureOfWords('ROUNDED', 100) });
  expect(excludedFrom(ask([a, rounded], {}))).toEqual([['b', 'RIVAL', 'a']]);
  const later = madeUpStatement({ id: 'c', knownFrom: '2025-01-01' });
  expect(excludedFrom(ask([a, later], {}))).toEqual([['a', 'RIVAL', 'c']]);
  expect(excludedFrom(ask([a, madeUpStatement({ id: 'd' })], {}))).toEqual([['d', 'RIVAL', 'a']]);
});

test('the narrower stays though the other is known later, be it by an open end or by a later beginning', () => {
  const later = { knownFrom: '2025-01-01' };
  const narrower = (narrow: Figure, wide: Figure) =>
    excludedFrom(ask([madeUpStatement({ id: 'b', ...narrow }), madeUpStatement({ id: 'a', ...wide, ...later })], {}));
  expect(narrower(exactly(100), figureOfWords('ROUNDED', 100))).toEqual([['a', 'RIVAL', 'b']]);
  expect(narrower(figureOfWords('ROUNDED', 100), figureOfWords('RANGE', 50, 150))).toEqual([['a', 'RIVAL', 'b']]);
  expect(narrower(figureOfWords('AT_LEAST', 80), figureOfWords('AT_LEAST', 50))).toEqual([['a', 'RIVAL', 'b']]);
});

const rivals = (first: Partial<StatementFacts>, second: Partial<StatementFacts>) =>
  excludedFrom(ask([madeUpStatement({ id: 'a', ...first }), madeUpStatement({ id: 'b', ...second })], {}));

test('one series, whether or not the region is told again and in whatever order the levels are', () => {
  expect(rivals({ subject: almaty }, { subject: almaty, regionKey: 'KZ-75' })).toEqual([['b', 'RIVAL', 'a']]);
  expect(rivals({ levels: ['REGIONAL', 'NATIONAL'] }, { levels: ['NATIONAL', 'REGIONAL'] })).toEqual([['b', 'RIVAL', 'a']]);
});

test('a body in the whole country is wider than in one region', () => {
  const inRegion = madeUpStatement({ id: 'a', subject: network, regionKey: 'KZ-75' });
  expect(excludedFrom(ask([inRegion, madeUpStatement({ id: 'b', subject: network })], {}))).toEqual([['a', 'OVERLAPS', 'b']]);
});

test('two parts of the people in one year are added', () => {
  const [young, old] = [madeUpStatement({ id: 'a', population: 'YOUTH' }), madeUpStatement({ id: 'b', population: 'ELDERLY' })];
  expect(ask([young, old], {})).toMatchObject({ value: 200, qualifier: 'EXACT', excluded: [] });
});

test('rivals that cannot both be true leave no total', () => {
  const answer = ask([a, madeUpStatement({ id: 'b', ...exactly(101) })], {});
  expect(answer).toMatchObject({ refusal: 'RIVALS_DISAGREE', value: null, lower: null, upper: null, qualifier: null, excluded: [] });
  expect(ids(answer.used)).toEqual(['a', 'b']);
});

test('a city is inside its country, and two cities are added', () => {
  const inAlmaty = madeUpStatement({ id: 'b', subject: almaty });
  const inAstana = madeUpStatement({ id: 'c', subject: astana });
  expect(excludedFrom(ask([a, inAlmaty], {}))).toEqual([['b', 'PART_OF', 'a']]);
  expect(ask([inAlmaty, inAstana], {})).toMatchObject({ value: 200, qualifier: 'EXACT', refusal: null });
});

test('a former region is not shown to be disjoint from one of today', () => {
  const former = madeUpStatement({ id: 'b', subject: { kind: 'REGION', id: 'KZ-VOS' } });
  const abai = madeUpStatement({ id: 'c', subject: { kind: 'REGION', id: 'KZ-10' } });
  expect(ask([former, abai], {})).toMatchObject({ value: 100, qualifier: 'AT_LEAST' });
});

test('a part of a part is inside the whole, even where the middle is not in the sum', () => {
  const middle = madeUpStatement({ id: 'b', indicator: 'EVENT_COUNT', partOf: ['a'] });
  const part = madeUpStatement({ id: 'c', subject: network, partOf: ['b'] });
  expect(excludedFrom(ask([a, middle, part], {}))).toEqual([['c', 'PART_OF', 'a']]);
});

test('two that are declared parts of each other overlap', () => {
  const [first, second] = [madeUpStatement({ id: 'a', partOf: ['b'] }), madeUpStatement({ id: 'b', subject: network, partOf: ['a'] })];
  expect(excludedFrom(ask([first, second], {}))).toEqual([['b', 'OVERLAPS', 'a']]);
});

test('a declared overlap is no part: what may be missing is said', () => {
  const inAlmaty = madeUpStatement({ id: 'b', subject: almaty, overlaps: ['a'] });
  const answer = ask([a, inAlmaty], {});
  expect(excludedFrom(answer)).toEqual([['b', 'OVERLAPS', 'a']]);
  expect(answer).toMatchObject({ value: 100, qualifier: 'AT_LEAST', upper: null });
});

test('of two that overlap stays the wider subject, then the firmer words', () => {
  const wide = madeUpStatement({ id: 'z', subject: almaty, ...figureOfWords('ABOUT', 5) });
  const narrow = madeUpStatement({ id: 'b', subject: network });
  expect(excludedFrom(ask([wide, narrow], {}))).toEqual([['b', 'OVERLAPS', 'z']]);
  const firm = madeUpStatement({ id: 'y', subject: { kind: 'ORGANIZATION', id: 'kz:organization:other' } });
  expect(excludedFrom(ask([firm, { ...narrow, ...figureOfWords('ROUNDED', 100) }], {}))).toEqual([['b', 'OVERLAPS', 'y']]);
});

test('events of one subject in two years are added, the hours of two subjects are not', () => {
  const events = { indicator: 'EVENT_COUNT', definition: 'HELD_BY_SUBJECT', subject: network, unit: 'C62' };
  const two = [madeUpStatement({ id: 'a', ...events }), madeUpStatement({ id: 'b', ...events, period: stated('2022') })];
  expect(ask(two, events)).toMatchObject({ value: 200, qualifier: 'EXACT', method: 'SUM' });
});

test('the greatest session of a series is the greatest over its periods, and series are not added', () => {
  const session = { indicator: 'VOL_PER_SESSION', definition: 'TOOK_PART', subject: network };
  const first = madeUpStatement({ id: 'a', ...session });
  const second = madeUpStatement({ id: 'b', ...session, period: stated('2022'), ...exactly(120) });
  expect(ask([first, second], session)).toMatchObject({ value: 120, method: 'MAX', refusal: null });
  const other = madeUpStatement({ id: 'c', ...session, subject: kz, overlaps: [] });
  expect(
    ask(
      [
        { ...first, subject: almaty },
        { ...other, subject: astana },
      ],
      session,
    ),
  ).toMatchObject({ refusal: 'NOT_ADDABLE' });
});

test('two sources that do not say what they count are not added', () => {
  const unspecified = { definition: 'UNSPECIFIED' };
  const uz = { kind: 'COUNTRY', id: 'UZ' };
  const first = madeUpStatement({ id: 'a', ...unspecified });
  const second = madeUpStatement({ id: 'b', ...unspecified, country: 'UZ', subject: uz });
  expect(ask([first, second], unspecified)).toMatchObject({ value: 200, refusal: null });
  const source = { id: 'uz:source:other', key: 'other', knownFrom: null, knownFromBasis: null };
  expect(ask([first, { ...second, source }], unspecified)).toMatchObject({ refusal: 'DEFINITION_UNSPECIFIED', value: null });
});

test('opposite bounds leave the bounds alone', () => {
  const [more, upTo] = [figureOfWords('MORE_THAN', 400), figureOfWords('UP_TO', 160_000)];
  const answer = ask([madeUpStatement({ id: 'a', subject: almaty, ...more }), madeUpStatement({ id: 'b', subject: astana, ...upTo })], {});
  expect(answer).toMatchObject({ refusal: 'OPPOSITE_BOUNDS', value: null, qualifier: null, lower: 400, lowerOpen: true, upper: null });
});

test('a country that did not answer can only add more; without any part nothing is to add', () => {
  expect(ask([a], { unanswered: ['UZ'] })).toMatchObject({ value: 100, qualifier: 'AT_LEAST', upper: null });
  expect(ask([], { unanswered: ['UZ'] })).toMatchObject({ refusal: 'NOTHING_TO_ADD', value: null, lower: null });
});

test('where nothing is added over places, a second series or a silent country leaves no total', () => {
  const age = { indicator: 'VOL_AGE_MIN', definition: 'TOOK_PART' };
  const youngest = madeUpStatement({ id: 'a', ...age, subject: network });
  expect(ask([youngest], age)).toMatchObject({ value: 100, qualifier: 'EXACT' });
  expect(ask([youngest, { ...youngest, id: 'b', subject: { kind: 'PROGRAM', id: 'kz:program:zhenis' } }], age)).toMatchObject({
    refusal: 'NOT_ADDABLE',
  });
  expect(ask([youngest], { ...age, unanswered: ['UZ'] })).toMatchObject({ refusal: 'NOT_ADDABLE', value: null });
});

test('units are not mixed', () => {
  const [tonnes, kilograms] = [
    { subject: almaty, unit: 'TNE' },
    { subject: astana, unit: 'KGM' },
  ];
  expect(ask([madeUpStatement({ id: 'a', ...tonnes }), madeUpStatement({ id: 'b', ...kilograms })], {})).toMatchObject({
    refusal: 'NOT_ADDABLE',
  });
});

test('a period that is no period is an error', () => expect(() => ask([a], { period: 'lately' })).toThrow(RangeError));
