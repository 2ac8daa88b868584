import { describe, expect, test } from '@jest/globals';
import { periodFacts } from '../../../subgraphs/hub/merge/period-facts.ts';
import type { StatementFacts } from '../../../subgraphs/hub/merge/statement-facts.ts';
import { exactly, figureOfWords, madeUpStatement, stated } from './made-up-facts.ts';
import { betweenTwo, findIn, rulesOf } from './rules-over.ts';

const network = { kind: 'ORGANIZATION', id: 'kz:organization:nvs' };
const almaty = { kind: 'REGION', id: 'KZ-75' };
const said = (duration: string) => periodFacts({ edtf: null, duration, kind: 'SINCE_FOUNDING', basis: 'NONE' });
const next = (value: number): Partial<StatementFacts> => ({ period: stated('2024'), ...exactly(value) });
const branches = (value: number, country = 'UZ') => ({
  statements: [madeUpStatement({ id: 'a', indicator: 'BRANCH_COUNT', country, ...exactly(value) })],
});

describe('SAME_FIGURE_OTHER_PERIOD', () => {
  const two = betweenTwo({ indicator: 'EVENT_COUNT', definition: 'HELD_BY_SUBJECT', subject: network });
  const RULE = ['SAME_FIGURE_OTHER_PERIOD'];

  test('one number for a year and for ten', () => {
    expect(two({}, { period: said('P10Y') })).toMatchObject([
      { rule: RULE[0], kind: 'PERIOD', certainty: 'STATED', explainedBy: ['PERIOD'] },
    ]);
    expect(rulesOf(two({}, { period: said('P10Y'), indicator: 'ACTION_COUNT' }))).toEqual(RULE);
  });

  test('two lengths that follow from inferred days are inferred', () => {
    const month = periodFacts({ edtf: '2023-06?', duration: null, kind: 'OTHER', basis: 'INFERRED' });
    expect(two({}, { period: month })).toMatchObject([{ certainty: 'INFERRED' }]);
  });

  test.each<[string, Partial<StatementFacts>]>([
    ['another number', { period: said('P10Y'), ...exactly(101) }],
    ['another wording', { period: said('P10Y'), ...figureOfWords('ABOUT', 100) }],
    ['the same length', { period: said('P1Y') }],
    ['an unknown length', { period: stated('2023-01/', 'YEAR_TO_DATE') }],
    ['another subject', { period: said('P10Y'), subject: almaty }],
    ['another family', { period: said('P10Y'), indicator: 'MEDIA_ITEMS' }],
  ])('silent: %s', (_, b) => expect(rulesOf(two({}, b))).not.toContain(RULE[0]));

  test('levels that exclude each other keep it silent, none stated does not', () => {
    expect(rulesOf(two({ levels: ['NATIONAL'] }, { period: said('P10Y'), levels: ['REGIONAL'] }))).toEqual([]);
    expect(rulesOf(two({ levels: ['NATIONAL'] }, { period: said('P10Y') }))).toEqual(RULE);
  });
});

describe('DISJOINT_VALUES', () => {
  const two = betweenTwo({});
  const upTo = figureOfWords('UP_TO', 99);

  test('no value satisfies both', () => {
    expect(two({}, upTo)).toMatchObject([{ rule: 'DISJOINT_VALUES', kind: 'VALUE', certainty: 'STATED', explainedBy: [] }]);
    expect(rulesOf(two({}, { ...upTo, definition: 'UNSPECIFIED' }))).toEqual(['DISJOINT_VALUES']);
    expect(two({}, { ...upTo, period: stated(null) })).toMatchObject([{ certainty: 'INFERRED', explainedBy: ['PERIOD'] }]);
    expect(rulesOf(two({}, figureOfWords('LESS_THAN', 100)))).toEqual(['DISJOINT_VALUES']);
  });

  test.each<[string, Partial<StatementFacts>]>([
    ['one value satisfies both', figureOfWords('UP_TO', 100)],
    ['two specified definitions', { ...upTo, definition: 'TAKES_PART' }],
    ['another time', { ...upTo, period: stated('2020') }],
    ['another part of the people', { ...upTo, population: 'YOUTH' }],
    ['another subject', { ...upTo, subject: { kind: 'COUNTRY', id: 'UZ' } }],
    ['another indicator', { ...upTo, indicator: 'MEMBERS' }],
    ['no number', { value: null, lower: null, upper: null, qualifier: 'NO_NUMBER' }],
  ])('silent: %s', (_, b) => expect(rulesOf(two({}, b))).toEqual([]));

  test('levels that exclude each other keep it silent', () => {
    expect(rulesOf(two({ levels: ['NATIONAL'] }, { ...upTo, levels: ['REGIONAL'] }))).toEqual([]);
    expect(rulesOf(two({ levels: ['NATIONAL'] }, { ...upTo, levels: ['REGIONAL', 'NATIONAL'] }))).toEqual(['DISJOINT_VALUES']);
  });

  test('a statement that was corrected contradicts nothing', () => {
    expect(rulesOf(two({}, { ...upTo, supersededBy: 'a' }))).toEqual([]);
  });
});

describe('JUMP', () => {
  const two = betweenTwo({});

  test.each([150, 66])('from 100 to %d within a year', (value) => {
    expect(two({}, next(value))).toMatchObject([{ rule: 'JUMP', kind: 'BREAK', certainty: 'STATED', a: [{ id: 'a' }], b: [{ id: 'b' }] }]);
  });

  test('the earlier year is the first side, whatever the ids', () => {
    expect(two(next(150), {})).toMatchObject([{ a: [{ id: 'b' }], b: [{ id: 'a' }] }]);
  });

  test.each<[string, Partial<StatementFacts>]>([
    ['less than half more', next(149)],
    ['less than a third less', next(67)],
    ['two years later', { ...next(500), period: stated('2025') }],
    ['not a year', { ...next(500), period: stated('2024', 'UNDATED_PRESENT') }],
    ['another definition', { ...next(500), definition: 'TAKES_PART' }],
  ])('silent: %s', (_, b) => expect(rulesOf(two({}, b))).toEqual([]));

  test('silent: what is no stock', () => {
    const engaged = { indicator: 'VOL_ENGAGED', definition: 'TOOK_PART' };
    expect(rulesOf(two(engaged, { ...engaged, ...next(500) }))).toEqual([]);
  });
});

describe('PART_ABOVE_WHOLE', () => {
  const two = betweenTwo({});
  const part: Partial<StatementFacts> = { subject: almaty, ...exactly(100) };

  test('a city counts as many as its country', () => {
    expect(two(part, {})).toMatchObject([{ rule: 'PART_ABOVE_WHOLE', kind: 'PART_GT_WHOLE', a: [{ id: 'a' }], b: [{ id: 'b' }] }]);
    expect(rulesOf(two({ subject: network, regionKey: 'KZ-75' }, {}))).toEqual(['PART_ABOVE_WHOLE']);
    expect(rulesOf(two(part, { period: stated(null) }))).toEqual(['PART_ABOVE_WHOLE']);
    expect(rulesOf(two(part, { period: stated('2025') }))).toEqual(['PART_ABOVE_WHOLE']);
  });

  test.each<[string, Partial<StatementFacts>, Partial<StatementFacts>]>([
    ['less than the country', { ...part, ...exactly(99) }, {}],
    ['a country without an upper bound', part, figureOfWords('AT_LEAST', 1)],
    ['more than 24 months apart', part, { period: stated('2025-02', 'OTHER') }],
    ['another country', part, { country: 'UZ', subject: { kind: 'COUNTRY', id: 'UZ' } }],
    ['two regions', part, { subject: { kind: 'REGION', id: 'KZ-71' }, ...exactly(5) }],
    ['another indicator', part, { indicator: 'MEMBERS', ...exactly(5) }],
    ['no indicator', { ...part, indicator: null }, { indicator: null }],
  ])('silent: %s', (_, a, b) => expect(rulesOf(two(a, b))).toEqual([]));
});

describe('SAME_FIGURE_OTHER_DEFINITION', () => {
  const two = betweenTwo({});
  const source = { id: 'kz:source:other', key: 'other', knownFrom: null, knownFromBasis: null };

  test('one source, one number, two definitions', () => {
    const found = two({}, { definition: 'TAKES_PART' });
    expect(found).toMatchObject([
      { rule: 'SAME_FIGURE_OTHER_DEFINITION', kind: 'SCOPE', certainty: 'STATED', explainedBy: ['DEFINITION'] },
    ]);
  });

  test.each<[string, Partial<StatementFacts>]>([
    ['another source', { definition: 'TAKES_PART', source }],
    ['no source', { definition: 'TAKES_PART', source: null }],
    ['another number', { definition: 'TAKES_PART', ...exactly(90) }],
    ['one definition', {}],
    ['no number', { definition: 'TAKES_PART', value: null, qualifier: 'NO_NUMBER' }],
  ])('silent: %s', (_, b) => expect(rulesOf(two({}, b))).toEqual([]));
});

describe('SEVERAL_READINGS, BRANCHES_ABOVE_REGIONS, SMALL_SHARE', () => {
  const readings = ['1', '2'].map((value) => ({ aspect: 'SCOPE', value }));

  test('two readings of one row, be it a statement or a joint program', () => {
    expect(rulesOf(findIn({ statements: [madeUpStatement({ id: 'a', readings })] }))).toEqual(['SEVERAL_READINGS']);
    expect(rulesOf(findIn({ statements: [madeUpStatement({ id: 'a', readings: readings.slice(1) })] }))).toEqual([]);
    expect(findIn({ jointPrograms: [{ id: 'j', kind: null, names: [], readings }] })).toMatchObject([
      { a: [{ kind: 'JOINT_PROGRAM' }], b: [] },
    ]);
  });

  test('more branches than codes of today, where the codes are known', () => {
    expect(findIn(branches(15))).toMatchObject([{ rule: 'BRANCHES_ABOVE_REGIONS', b: [{ kind: 'CODE_LIST', id: 'ISO_3166_2:UZ' }] }]);
    expect(rulesOf(findIn(branches(14)))).toEqual([]);
    expect(rulesOf(findIn({ ...branches(15), regions: new Map() }))).toEqual([]);
    // Three former regions of Kazakhstan have no code of today.
    expect(rulesOf(findIn(branches(21, 'KZ')))).toEqual(['BRANCHES_ABOVE_REGIONS']);
    expect(rulesOf(findIn(branches(20, 'KZ')))).toEqual([]);
  });

  test('hardly any of those on file were engaged', () => {
    const two = betweenTwo({ subject: network });
    const engaged = { indicator: 'VOL_ENGAGED', definition: 'TOOK_PART' };
    expect(rulesOf(two({ ...engaged, ...exactly(1) }, {}))).toEqual(['SMALL_SHARE']);
    expect(rulesOf(two({}, { ...engaged, ...exactly(1) }))).toEqual(['SMALL_SHARE']);
    expect(rulesOf(two({ ...engaged, ...exactly(2) }, {}))).toEqual([]);
    expect(rulesOf(two({ ...engaged, ...exactly(1) }, { definition: 'TAKES_PART' }))).toEqual([]);
    expect(rulesOf(two({ ...engaged, ...exactly(1) }, { subject: almaty }))).toEqual([]);
  });
});
