import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { contradictedStatements } from '../../../subgraphs/hub/merge/contradicted-statements.ts';
import { findContradictions } from '../../../subgraphs/hub/merge/contradictions/find-contradictions.ts';
import type { StatementFacts } from '../../../subgraphs/hub/merge/statement-facts.ts';
import { total, type TotalFacts, type TotalQuestion } from '../../../subgraphs/hub/merge/total.ts';
import { expectations, knownFacts } from './known-facts.ts';
import { exactly, figureOfWords, madeUpStatement, stated } from './made-up-facts.ts';

const { statements, regions } = knownFacts;
const contradicted = contradictedStatements(findContradictions(knownFacts));
const ask = (told: readonly StatementFacts[], question: Partial<TotalQuestion>): TotalFacts =>
  total(told, { indicator: 'VOL_TOTAL', definition: 'REGISTERED_ON_PLATFORM', unanswered: [], contradicted, regions, ...question });
const excludedFrom = ({ excluded }: TotalFacts) => excluded.map(({ statement, reason, against }) => [statement.id, reason, against]);
const statementId = (slug: string) => slug.replace('-', ':statement:');
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('traps of the facts', () => {
  const traps = expectations.filter(({ rule }) => rule.startsWith('TOTAL:'));

  test('all eight are read', () => expect(traps).toHaveLength(8));

  test.each(traps)('$id: $rule', ({ rule, a, b, reproduce }) => {
    const [, indicator = '', definition = '', period = '', countries = ''] = reproduce.split(' ');
    const inReach = statements.filter(({ country }) => country !== null && countries.split('|').includes(country));
    const answer = ask(inReach, { indicator, definition, period: period === '-' ? null : period });
    const reason = rule.slice('TOTAL:'.length);
    const reasons = new Map(answer.excluded.map((exclusion) => [exclusion.statement.id, exclusion.reason]));
    expect(a.map(statementId).map((id) => reasons.get(id))).toEqual(a.map(() => reason));
    // Never both sides of a trap in one sum.
    expect(
      a.map(statementId).every((id) => ids(answer.used).includes(id)) && b.map(statementId).some((id) => ids(answer.used).includes(id)),
    ).toBe(false);
  });

  test('a figure since the beginning of the year is in no sum for a year either', () => {
    const answer = ask(statements, { indicator: 'SESSION_COUNT', definition: 'HELD_BY_SUBJECT', period: '2023' });
    expect([answer.refusal, excludedFrom(answer)]).toEqual(['NOTHING_TO_ADD', [['kz:statement:cinema-sessions', 'PERIOD_UNKNOWN', null]]]);
  });
});

test('volunteers of Kazakhstan over two years: the later year, and why the others are not in it', () => {
  const inReach = statements.filter(({ country }) => country === 'KZ');
  const answer = ask(inReach, { definition: 'UNSPECIFIED', period: '2022/2023' });
  expect(answer).toMatchObject({
    value: 240_000,
    lower: 235_000,
    lowerOpen: false,
    upper: 245_000,
    upperOpen: true,
    qualifier: 'ROUNDED',
    unit: 'IE',
    method: 'LAST_THEN_SUM',
    refusal: null,
    warnings: [{ code: 'CONTRADICTED', statements: ['kz:statement:vol-total-2023'] }],
  });
  expect(ids(answer.used)).toEqual(['kz:statement:vol-total-2023']);
  expect(excludedFrom(answer)).toEqual([
    ['kz:statement:almaty-vol-database', 'DEFINITION_DIFFERS', null],
    ['kz:statement:almaty-vol-involved', 'DEFINITION_DIFFERS', null],
    ['kz:statement:nvs-vol-in-actions', 'DEFINITION_DIFFERS', null],
    ['kz:statement:vol-taking-part', 'DEFINITION_DIFFERS', null],
    ['kz:statement:vol-total-2022', 'EARLIER_PERIOD', 'kz:statement:vol-total-2023'],
    ['kz:statement:vol-trend', 'NO_NUMBER', null],
  ]);
});

test('two levels of one year are added, and ten years are not', () => {
  const answer = ask(statements, { indicator: 'EVENT_COUNT', definition: 'HELD_BY_SUBJECT', period: '2023' });
  expect(ids(answer.used)).toEqual(['kz:statement:nvs-events-local-2023', 'kz:statement:nvs-events-national-2023']);
  expect(answer).toMatchObject({ value: 240, lower: 40, lowerOpen: true, upper: null, qualifier: 'ABOUT_OR_MORE', method: 'SUM' });
  expect(answer.warnings.map(({ code }) => code)).toEqual(['CONTRADICTED', 'PERIOD_INFERRED', 'SEVERAL_READINGS']);
});

test('engaged volunteers that may be counted twice leave "more than"', () => {
  const answer = ask(statements, { indicator: 'VOL_ENGAGED', definition: 'TOOK_PART' });
  expect(answer).toMatchObject({ value: 500, lower: 500, lowerOpen: true, upper: null, qualifier: 'MORE_THAN', refusal: null });
  expect(excludedFrom(answer)).toEqual([['kz:statement:sabaqtastyq-volunteers', 'OVERLAPS', 'kz:statement:almaty-vol-engaged']]);
});

describe('steps', () => {
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
    const answer = ask(
      [madeUpStatement({ id: 'a', subject: almaty, ...more }), madeUpStatement({ id: 'b', subject: astana, ...upTo })],
      {},
    );
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
});

describe('whatever is told', () => {
  const subject = fc.constantFrom(
    { kind: 'COUNTRY', id: 'KZ' },
    { kind: 'COUNTRY', id: 'UZ' },
    { kind: 'REGION', id: 'KZ-75' },
    { kind: 'REGION', id: 'KZ-71' },
    { kind: 'ORGANIZATION', id: 'kz:organization:nvs' },
    { kind: 'PROGRAM', id: 'kz:program:zhenis' },
  );
  const idOf = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const figure = fc.oneof(
    fc
      .constantFrom('EXACT' as const, 'ROUNDED' as const, 'MORE_THAN' as const, 'UP_TO' as const, 'ABOUT' as const)
      .chain((qualifier) => fc.integer({ min: 1, max: 4 }).map((value) => figureOfWords(qualifier, value))),
    fc.constant({ ...exactly(1), value: null, qualifier: 'NO_NUMBER' as const }),
  );
  const anyStatement = fc
    .record({
      id: idOf,
      subject,
      figure,
      indicator: fc.constant('VOL_TOTAL'),
      edtf: fc.constantFrom('2022', '2023', '2023-06', '2023-01/', null),
      population: fc.constantFrom(null, 'YOUTH', 'CHILDREN'),
      levels: fc.subarray(['NATIONAL', 'REGIONAL']),
      partOf: fc.subarray(['a', 'b', 'c', 'd'], { maxLength: 2 }),
      overlaps: fc.subarray(['e', 'f', 'g', 'h'], { maxLength: 1 }),
      knownFrom: fc.constantFrom(null, '2023-01-01', '2024-01-01'),
      definition: fc.constantFrom('UNSPECIFIED', 'UNSPECIFIED', 'TAKES_PART'),
    })
    .map(({ figure: told, edtf, ...rest }) => madeUpStatement({ ...rest, ...told, period: stated(edtf) }));
  const told = fc.uniqueArray(anyStatement, { selector: ({ id }) => id, maxLength: 8 });
  const question = fc.record({
    indicator: fc.constantFrom('VOL_TOTAL'),
    definition: fc.constant('UNSPECIFIED'),
    period: fc.constantFrom(null, '2022/2023', '2023'),
    unanswered: fc.constantFrom([], ['RU']),
  });

  test('the order of the statements makes no difference, and a repeated one changes nothing', () => {
    fc.assert(
      fc.property(
        told.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        question,
        ([rows, shuffled], asked) => expect(ask([...shuffled, ...rows.slice(0, 2)], asked)).toEqual(ask(rows, asked)),
      ),
      { numRuns: 500 },
    );
  });

  test('every statement is either used or left out with a reason, and no value stands beside a refusal', () => {
    fc.assert(
      fc.property(told, question, (rows, asked) => {
        const answer = ask(rows, asked);
        expect([...ids(answer.used), ...answer.excluded.map(({ statement }) => statement.id)].toSorted()).toEqual(ids(rows).toSorted());
        expect(answer.refusal === null).toBe(answer.value !== null);
        expect(answer.qualifier === null).toBe(answer.value === null);
      }),
      { numRuns: 500 },
    );
  });

  test('what may be missing is never hidden: with an overlap or a silent country no upper bound is left', () => {
    fc.assert(
      fc.property(told, question, (rows, asked) => {
        const answer = ask(rows, asked);
        const mayMissMore = asked.unanswered.length > 0 || answer.excluded.some(({ reason }) => reason === 'OVERLAPS');
        if (mayMissMore) expect([answer.upper, answer.qualifier === 'EXACT']).toEqual([null, false]);
      }),
    );
  });
});
