import { describe, expect, test } from '@jest/globals';
import { aidSummary, type AidQuestion } from '../../../subgraphs/hub/merge/aid-summary.ts';
import type { AidFlowFacts } from '../../../subgraphs/hub/merge/aid-flow-facts.ts';
import { isSameDisaster } from '../../../subgraphs/hub/merge/is-same-disaster.ts';
import { knownFacts } from './known-facts.ts';
import { exactly, figureOfWords, madeUpFlow, stated } from './made-up-facts.ts';

const { aidFlows, regions } = knownFacts;
const ask = (flows: readonly AidFlowFacts[], question: Partial<AidQuestion> = {}) =>
  aidSummary(flows, { glide: 'EQ-2023-000015-TUR', unanswered: [], regions, ...question });
const flow = (id: string, given: Partial<AidFlowFacts> = {}) =>
  madeUpFlow(id, { stage: 'SENT', ...exactly(10), period: stated('2023-02'), ...given });

test.each(['EQ-2023-000015-TUR', 'EQ-2023-000015-SYR', 'EQ-2023-000015'])('the aid of %s stays apart by stage', (glide) => {
  const stages = ask(aidFlows, { glide });
  expect(stages.map(({ used, excluded, ...figure }) => ({ ...figure, used: used.map(({ id }) => id), excluded }))).toEqual([
    {
      stage: 'COLLECTED',
      ...exactly(51.5),
      unit: 'TNE',
      refusal: null,
      used: ['kz:aid-flow:aid-collected'],
      excluded: [],
    },
    {
      stage: 'SENT',
      ...figureOfWords('MORE_THAN', 51.5),
      unit: 'TNE',
      refusal: null,
      used: ['kz:aid-flow:aid-sent'],
      excluded: [],
    },
  ]);
});

test('another disaster has no stages', () => expect(ask(aidFlows, { glide: 'EQ-2023-000016-TUR' })).toEqual([]));

const stage = (...flows: AidFlowFacts[]) => ask(flows)[0]!;

const left = ({ excluded }: ReturnType<typeof stage>) => excluded.map(({ flow: { id }, reason, against }) => [id, reason, against]);

describe('one stage', () => {
  test('flows of two regions, of two countries and of two months are added', () => {
    expect(stage(flow('a'), flow('b', { originKey: 'KZ-71' }))).toMatchObject({ value: 20, qualifier: 'EXACT' });
    expect(stage(flow('a'), flow('b', { country: 'UZ', originKey: null }))).toMatchObject({ value: 20, qualifier: 'EXACT' });
    expect(stage(flow('a'), flow('b', { period: stated('2023-03') }))).toMatchObject({ value: 20, qualifier: 'EXACT' });
  });

  test('of two tellings of one region and time the narrower stays', () => {
    expect(left(stage(flow('a', figureOfWords('AT_LEAST', 5)), flow('b')))).toEqual([['a', 'RIVAL', 'b']]);
    expect(stage(flow('a'), flow('b', exactly(11)))).toMatchObject({ refusal: 'RIVALS_DISAGREE', value: null, upper: null });
  });

  test('goods of an unknown origin may be those of a region', () => {
    const answer = stage(flow('a'), flow('b', { originKey: null }));
    expect(left(answer)).toEqual([['a', 'OVERLAPS', 'b']]);
    expect(answer).toMatchObject({ value: 10, qualifier: 'AT_LEAST', upper: null });
  });

  test('declared overlaps are not added, and the sum may be more', () => {
    const answer = stage(flow('a', { overlaps: ['b'] }), flow('b', { originKey: 'KZ-71' }));
    expect([left(answer), answer.qualifier]).toEqual([[['b', 'OVERLAPS', 'a']], 'AT_LEAST']);
  });

  test('a flow without a number is left out', () => {
    expect(left(stage(flow('a'), flow('b', { value: null, qualifier: 'NO_NUMBER' })))).toEqual([['b', 'NO_NUMBER', null]]);
  });

  test('a country that did not answer can only add more', () => {
    expect(ask([flow('a')], { unanswered: ['RU'] })[0]).toMatchObject({ value: 10, qualifier: 'AT_LEAST', upper: null });
  });

  test('units, and stages that the list does not know, are not mixed', () => {
    expect(stage(flow('a'), flow('b', { originKey: 'KZ-71', unit: 'KGM' }))).toMatchObject({ refusal: 'NOT_ADDABLE', value: null });
    const unknown = { stage: 'OTHER' };
    expect(stage(flow('a', unknown), flow('b', { ...unknown, originKey: 'KZ-71' }))).toMatchObject({ refusal: 'NOT_ADDABLE' });
  });
});

test.each([
  ['EQ-2023-000015-TUR', 'EQ-2023-000015-SYR', true],
  ['EQ-2023-000015-TUR', 'FL-2023-000015-TUR', false],
  ['EQ-2023-000015-TUR', 'EQ-2022-000015-TUR', false],
  ['EQ-2023-000015-TUR', 'EQ-2023-000016-TUR', false],
  ['nothing', 'nothing', false],
])('%s and %s are one disaster: %s', (a, b, expected) => expect(isSameDisaster(a, b)).toBe(expected));
