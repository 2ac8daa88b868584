import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ask, excludedFrom, ids } from './ask-total.ts';
import { expectations, knownFacts } from './known-facts.ts';
import { exactly, figureOfWords, madeUpStatement, stated } from './made-up-facts.ts';

const { statements } = knownFacts;
const statementId = (slug: string) => slug.replace('-', ':statement:');

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
