import { describe, expect, test } from '@jest/globals';
import { comparability } from '../../../subgraphs/hub/merge/comparability.ts';
import { findContradictions } from '../../../subgraphs/hub/merge/contradictions/find-contradictions.ts';
import type { StatementFacts } from '../../../subgraphs/hub/merge/statement-facts.ts';
import { periodFacts } from '../../../subgraphs/hub/merge/period-facts.ts';
import { knownFacts, toldStatement } from './known-facts.ts';
import { figureOfWords, madeUpStatement, stated } from './made-up-facts.ts';

const contradictions = findContradictions(knownFacts);
const a = madeUpStatement({ id: 'a' });
const compare = (given: Partial<StatementFacts>) => comparability(a, madeUpStatement({ id: 'b', ...given }), contradictions);
const codes = ({ reasons }: ReturnType<typeof comparability>) => reasons.map(({ weight, code }) => `${weight} ${code}`);

test('two years of one article compare with care', () => {
  const answer = comparability(toldStatement('kz-vol-total-2022'), toldStatement('kz-vol-total-2023'), contradictions);
  expect(answer).toEqual({
    verdict: 'WITH_CARE',
    reasons: ['CONTRADICTED', 'DEFINITION_SHARED_UNSPECIFIED', 'PERIOD_DIFFERS'].map((code) => ({ weight: 'CARE', code })),
    needs: [],
  });
});

test('two articles do not compare until something is supplied', () => {
  const answer = comparability(toldStatement('kz-vol-total-2023'), toldStatement('kz-vol-taking-part'), contradictions);
  expect([answer.verdict, codes(answer), answer.needs]).toEqual([
    'UNDETERMINED',
    [
      'OPEN DEFINITION_UNSPECIFIED',
      'OPEN PERIOD_UNKNOWN',
      'CARE CONTRADICTED',
      'CARE PERIOD_DIFFERS',
      'CARE SOURCE_DIFFERS',
      'CARE WEAK_QUALIFIER',
    ],
    ['definition of kz:statement:vol-total-2023', 'period of kz:statement:vol-taking-part'],
  ]);
});

test('two equal statements compare', () => expect(compare({})).toEqual({ verdict: 'COMPARABLE', reasons: [], needs: [] }));

describe('one difference, one reason', () => {
  const region = { kind: 'REGION', id: 'KZ-75' };
  const inferred = periodFacts({ edtf: '2023?', duration: null, kind: 'YEAR', basis: 'INFERRED' });
  const readings = [
    { aspect: 'SCOPE', value: 'ALL' },
    { aspect: 'SCOPE', value: 'EACH' },
  ];
  const otherSource = { id: 'kz:source:other', key: 'other', knownFrom: null, knownFromBasis: null };

  test.each([
    ['BLOCKS BASIS_DIFFERS', { basis: 'COUNTED' }],
    ['BLOCKS DEFINITION_DIFFERS', { definition: 'TAKES_PART' }],
    ['BLOCKS INDICATOR_DIFFERS', { indicator: 'MEMBERS' }],
    ['BLOCKS LEVEL_DIFFERS', { levels: ['NATIONAL'] }],
    ['BLOCKS NO_NUMBER', { value: null, qualifier: 'NO_NUMBER' }],
    ['BLOCKS PLAN_VERSUS_FACT', { period: stated('2023', 'PLAN') }],
    ['BLOCKS POPULATION_DIFFERS', { population: 'YOUTH' }],
    ['BLOCKS SUBJECT_KIND_DIFFERS', { subject: region }],
    ['BLOCKS UNIT_DIFFERS', { unit: 'C62' }],
    ['OPEN DEFINITION_UNSPECIFIED', { definition: 'UNSPECIFIED' }],
    ['CARE METHOD_DIFFERS', { method: 'SURVEY' }],
    ['CARE PERIOD_DIFFERS', { period: stated('2022') }],
    ['CARE PERIOD_INFERRED', { period: inferred }],
    ['CARE SEVERAL_READINGS', { readings }],
    ['CARE SOURCE_DIFFERS', { source: otherSource }],
    ['CARE WEAK_QUALIFIER', figureOfWords('ABOUT', 100)],
    ['CARE WEAK_QUALIFIER', figureOfWords('AT_LEAST', 100)],
  ] as [string, Partial<StatementFacts>][])('%s', (reason, given) => expect(codes(compare(given))).toEqual([reason]));

  test('a rounded number is not weak', () => expect(compare(figureOfWords('ROUNDED', 100)).reasons).toEqual([]));

  test('an unknown start is told with what it needs', () => {
    const answer = compare({ period: stated(null, 'UNDATED_PRESENT') });
    expect([codes(answer), answer.needs]).toEqual([['OPEN PERIOD_UNKNOWN', 'CARE PERIOD_DIFFERS'], ['period of b']]);
  });

  test('two that do not say what they count need both definitions, unless one source said them', () => {
    const [first, second] = [
      madeUpStatement({ id: 'a', definition: 'UNSPECIFIED' }),
      madeUpStatement({ id: 'b', definition: 'UNSPECIFIED' }),
    ];
    expect(codes(comparability(first, second, []))).toEqual(['CARE DEFINITION_SHARED_UNSPECIFIED']);
    const answer = comparability(first, { ...second, source: otherSource }, []);
    expect([codes(answer), answer.needs]).toEqual([
      ['OPEN DEFINITION_UNSPECIFIED', 'CARE SOURCE_DIFFERS'],
      ['definition of a', 'definition of b'],
    ]);
  });

  test('lengths differ where periods are added, and only there', () => {
    const events = { indicator: 'EVENT_COUNT' };
    const [year, month] = [
      madeUpStatement({ id: 'a', ...events }),
      madeUpStatement({ id: 'b', ...events, period: stated('2023-02', 'OTHER') }),
    ];
    expect(codes(comparability(year, month, []))).toEqual(['BLOCKS LENGTH_DIFFERS', 'CARE PERIOD_DIFFERS']);
    expect(codes(compare({ period: stated('2023-02', 'OTHER') }))).toEqual(['CARE PERIOD_DIFFERS']);
  });
});

test('an explained contradiction, and one about names or units, is no reason', () => {
  const [first, second] = [toldStatement('kz-vol-total-2022'), toldStatement('kz-vol-total-2023')];
  const explained = contradictions.map((contradiction) => ({ ...contradiction, status: 'EXPLAINED' as const }));
  expect(codes(comparability(first, second, explained))).not.toContain('CARE CONTRADICTED');
  const renamed = contradictions.map((contradiction) => ({ ...contradiction, kind: 'SCOPE' as const }));
  expect(codes(comparability(first, second, renamed))).not.toContain('CARE CONTRADICTED');
});
