import { describe, expect, test } from '@jest/globals';
import type { AidFlowFacts } from '../../../subgraphs/hub/merge/aid-flow-facts.ts';
import type { StatementFacts } from '../../../subgraphs/hub/merge/statement-facts.ts';
import { exactly, figureOfWords, madeUpFlow, madeUpProgram, madeUpStatement, stated } from './made-up-facts.ts';
import { betweenTwo, findIn, rulesOf } from './rules-over.ts';

describe('stages of aid and of searches', () => {
  const collected = { indicator: 'AID_COLLECTED', definition: 'UNSPECIFIED', subject: { kind: 'REGION', id: 'KZ-75' }, unit: 'TNE' };
  const sent = { ...collected, indicator: 'AID_SENT' };
  const two = betweenTwo(collected);
  const told = (b: Partial<AidFlowFacts>, a: Partial<AidFlowFacts> = {}) =>
    findIn({
      statements: [madeUpStatement({ id: 'a', ...collected }), madeUpStatement({ id: 'b', ...sent })],
      aidFlows: [madeUpFlow('a', a), madeUpFlow('b', { stage: 'SENT', ...b })],
    });

  test('TOLD_TWICE: one quantity at two stages in one source', () => expect(rulesOf(told({}))).toEqual(['TOLD_TWICE']));

  test.each<[string, Partial<AidFlowFacts>]>([
    ['another quantity', exactly(90)],
    ['one stage', { stage: 'COLLECTED' }],
    ['other destinations', { destinations: ['SY'] }],
    ['another origin', { originKey: 'KZ-71' }],
    ['an unknown origin', { originKey: null }],
    ['another unit', { unit: 'KGM' }],
    ['another source', { source: { id: 'kz:source:other', key: 'other', knownFrom: null, knownFromBasis: null } }],
  ])('TOLD_TWICE silent: %s', (_, b) => expect(rulesOf(told(b))).toEqual([]));

  test('TOLD_TWICE silent: two unknown origins', () => expect(rulesOf(told({ originKey: null }, { originKey: null }))).toEqual([]));

  test('LATER_STAGE_ABOVE_EARLIER: more is sent than was collected', () => {
    expect(two({}, { ...sent, ...exactly(101) })).toMatchObject([
      { rule: 'LATER_STAGE_ABOVE_EARLIER', kind: 'VALUE', certainty: 'STATED' },
    ]);
    expect(rulesOf(two({}, { ...sent, ...figureOfWords('MORE_THAN', 100) }))).toEqual(['LATER_STAGE_ABOVE_EARLIER']);
    expect(rulesOf(two({ ...sent, ...exactly(101) }, {}))).toEqual(['LATER_STAGE_ABOVE_EARLIER']);
  });

  test.each<[string, Partial<StatementFacts>]>([
    ['as much', { ...sent, ...figureOfWords('AT_LEAST', 100) }],
    ['less', { ...sent, ...exactly(90) }],
    ['another subject', { ...sent, ...exactly(101), subject: { kind: 'REGION', id: 'KZ-71' } }],
    ['one stage', { ...exactly(101), overlaps: [], period: stated('2022') }],
  ])('LATER_STAGE_ABOVE_EARLIER silent: %s', (_, b) => expect(rulesOf(two({}, b))).toEqual([]));

  test('FUNNEL_UNITS and FUNNEL_PERIODS: stages in two units or of two kinds of time', () => {
    expect(two({}, { ...sent, unit: 'KGM' })).toMatchObject([{ rule: 'FUNNEL_UNITS', kind: 'UNIT', certainty: 'STATED' }]);
    expect(two({}, { ...sent, period: stated('2023', 'OTHER') })).toMatchObject([
      { rule: 'FUNNEL_PERIODS', kind: 'PERIOD', certainty: 'STATED' },
    ]);
    const requests = { indicator: 'SEARCH_REQUESTS', unit: 'C62' };
    expect(rulesOf(two(requests, { indicator: 'SEARCH_FOUND', unit: 'IE' }))).toEqual(['FUNNEL_UNITS']);
  });

  test('silent: aid and searches are two ways, one stage is no way, and an unknown kind of time is none', () => {
    expect(rulesOf(two({}, { indicator: 'SEARCH_REQUESTS', unit: 'C62', ...exactly(1) }))).toEqual([]);
    expect(rulesOf(two({ unit: 'KGM' }, { period: stated('2022', 'OTHER') }))).toEqual([]);
    expect(rulesOf(two({}, { ...sent, period: null }))).toEqual([]);
  });
});

describe('RHYTHM_EXCEEDED', () => {
  const source = { id: 's', key: 's', knownFrom: '2023-01-15', knownFromBasis: 'STATED' };
  const sessions = (given: Partial<StatementFacts>, rhythm: string | null = 'P1W') =>
    findIn({
      programs: [madeUpProgram('p', 'Film evening', { rhythm })],
      statements: [
        madeUpStatement({ id: 'a', indicator: 'SESSION_COUNT', subject: { kind: 'PROGRAM', id: 'p' }, source, ...exactly(4), ...given }),
      ],
    });

  test('four weekly evenings in fifteen days', () => {
    expect(sessions({})).toMatchObject([
      { rule: 'RHYTHM_EXCEEDED', kind: 'VALUE', certainty: 'STATED', b: [{ kind: 'PROGRAM', id: 'p' }] },
    ]);
    expect(sessions({ source: { ...source, knownFromBasis: 'INFERRED' } })).toMatchObject([{ certainty: 'INFERRED' }]);
    expect(rulesOf(sessions(figureOfWords('MORE_THAN', 3)))).toEqual(['RHYTHM_EXCEEDED']);
  });

  test.each<[string, Partial<StatementFacts>, string | null]>([
    ['three fit', exactly(3), 'P1W'],
    ['more than two may be three', figureOfWords('MORE_THAN', 2), 'P1W'],
    ['no rhythm', {}, null],
    ['a rhythm that nobody understands', {}, 'often'],
    ['daily', {}, 'P1D'],
    ['no start', { period: stated(null) }, 'P1W'],
    ['no day of publication', { source: { ...source, knownFrom: null } }, 'P1W'],
    ['another indicator', { indicator: 'EVENT_COUNT' }, 'P1W'],
  ])('silent: %s', (_, given, rhythm) => expect(rulesOf(sessions(given, rhythm))).toEqual([]));
});
