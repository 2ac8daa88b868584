import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const federation = await startFederation();
const ALL_ANSWERED = { asked: ['KZ', 'RU', 'UZ'], answered: ['KZ', 'RU', 'UZ'], complete: true };
const byRule = (nodes: readonly Record<string, unknown>[]) => nodes.toSorted((a, b) => (String(a['rule']) < String(b['rule']) ? -1 : 1));
const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');

test('which countries answer just now, and how fresh is each?', async () => {
  const { data, errors } = await federation.ask(operation('who-answers'));
  expect(errors).toEqual([]);
  expect(data.networks.map(({ __typename, code }: Record<string, string>) => [code, __typename])).toEqual([
    ['KZ', 'KazakhstanNetwork'],
    ['RU', 'RussiaNetwork'],
    ['UZ', 'UzbekistanNetwork'],
  ]);
  expect(data.networkStatus.map(({ code, up }: { code: string; up: boolean }) => [code, up])).toEqual([
    ['KZ', true],
    ['RU', true],
    ['UZ', true],
  ]);
  for (const { expectedEvery, freshnessDays, lastPublishedAt } of data.networkStatus) {
    expect(expectedEvery).toMatch(/^P\d+[YMWD]$/);
    expect(freshnessDays).toBe(0);
    expect(lastPublishedAt).toBe('2026-03-01T00:00:00.000Z');
  }
});

const AGREED = ['PRIORITY_LINES', 'PARTNER_NETWORK', 'TRAINING', 'COUNTRY_FORUM'];
const PLANNED = ['EXCHANGE_EXPERIENCE', 'SHARE_PRACTICES', 'PREPARE_VOLUNTEERS', 'HOLD_EVENTS', 'INFORMATION_SUPPORT'];
const idOf = (country: string, key: string) => `${country}:commitment:roadmap-2019-${key.toLowerCase().replaceAll('_', '-')}`;

test('how does the Russian-Kazakh medical roadmap stand, as each side reports it?', async () => {
  const { data, errors } = await federation.ask(operation('roadmap'));
  expect(errors).toEqual([]);
  expect(data.jointPrograms.totalCount).toBe(1);
  const [roadmap] = data.jointPrograms.nodes;
  expect(roadmap).toMatchObject({
    id: 'hub:joint-program:roadmap-2019',
    parties: ['RU', 'KZ'],
    directions: ['HEALTH'],
    status: 'SIGNED',
    signedAt: '2019-11-07',
    period: { edtf: '2019-11-07/2020?', start: '2019-11-07', end: '2020-12-31' },
    readings: [
      { aspect: 'END', value: '2019-12-31' },
      { aspect: 'END', value: '2020-12-31' },
    ],
    coverage: { complete: true },
  });
  const both = (status: string) => (key: string) => ({
    key,
    sameStatus: true,
    reports: ['kz', 'ru'].map((country) => ({ id: idOf(country, key), country: country.toUpperCase(), status, statusAsOf: '2019-11-07' })),
  });
  const reported = roadmap.commitments.map(({ key, sameStatus, reports }: Record<string, unknown>) => ({ key, sameStatus, reports }));
  expect(reported).toEqual([
    ...AGREED.map(both('SIGNED')),
    ...PLANNED.map(both('PROPOSED')),
    {
      key: 'UNITE_HEALTH_VOLUNTEERS',
      sameStatus: null,
      reports: [{ id: idOf('kz', 'UNITE_HEALTH_VOLUNTEERS'), country: 'KZ', status: 'PROPOSED', statusAsOf: '2019-11-07' }],
    },
  ]);
  expect(roadmap.commitments.map(({ seq, basis }: Record<string, unknown>) => [seq, basis])).toEqual([
    ...[1, 2, 3, 4].map((seq) => [seq, 'ROADMAP']),
    ...[5, 6, 7, 8, 9].map((seq) => [seq, 'COOPERATION_PLAN']),
    [10, 'OUTLOOK'],
  ]);
});

test('how do searches for missing people go in one city?', async () => {
  const { data, errors } = await federation.ask(operation('search-funnel'));
  expect(errors).toEqual([]);
  expect(data.kazakhstan.searches).toEqual({
    region: { iso: 'KZ-75' },
    missingReason: null,
    requests: {
      id: 'kz:statement:almaty-search-requests',
      value: 649,
      qualifier: 'EXACT',
      unit: 'C62',
      period: { edtf: null, kind: 'UNSTATED' },
    },
    found: {
      id: 'kz:statement:almaty-search-found',
      value: 69,
      qualifier: 'EXACT',
      unit: 'IE',
      period: { edtf: '2023-01?/', kind: 'YEAR_TO_DATE' },
    },
    closedOther: null,
    teams: {
      value: 30,
      qualifier: 'EXACT',
      readings: [
        { aspect: 'SCOPE', value: 'ALL_TEAMS' },
        { aspect: 'SCOPE', value: 'EACH_TEAM' },
      ],
    },
  });
  const both = [{ id: 'kz:statement:almaty-search-found' }, { id: 'kz:statement:almaty-search-requests' }];
  expect(byRule(data.contradictions.nodes)).toEqual([
    { rule: 'FUNNEL_PERIODS', kind: 'PERIOD', certainty: 'STATED', statements: both },
    { rule: 'FUNNEL_UNITS', kind: 'UNIT', certainty: 'STATED', statements: both },
  ]);
  expect(data.contradictions.coverage).toEqual(ALL_ANSWERED);
  // Requests and persons are different units: nowhere is one divided by the other.
  expect(JSON.stringify(data)).not.toMatch(/0\.10|10[.,]6|%/);
});

test('how do searches go since a year, as long as it lasts?', async () => {
  const { data, errors } = await federation.ask(
    '{ kazakhstan { searches(filter: { region: "kz:region:almaty-city", period: "2023/.." }) { period { edtf start end } found { value } } } }',
  );
  expect(errors).toEqual([]);
  expect(data.kazakhstan.searches).toEqual({ period: { edtf: '2023/..', start: '2023-01-01', end: null }, found: { value: 69 } });
});

test('why do the numbers of volunteers in Kazakhstan differ, and may they be compared or added?', async () => {
  const { data, errors, text } = await federation.ask(operation('volunteers-of-kazakhstan'));
  expect(errors).toEqual([]);
  const kz = { asked: ['KZ'], answered: ['KZ'], complete: true };
  expect(data.statements.totalCount).toBe(4);
  expect(data.statements.coverage).toEqual(kz);
  expect(
    data.statements.nodes.map((row: Record<string, unknown> & { period: { edtf: string | null; kind: string } }) => [
      row['id'],
      row['value'],
      row['lower'],
      row['upper'],
      row['upperOpen'],
      row['qualifier'],
      row['definition'],
      row['obsStatus'],
      row.period.edtf,
      row.period.kind,
    ]),
  ).toEqual([
    ['kz:statement:vol-taking-part', 160_000, null, 160_000, false, 'UP_TO', 'TAKES_PART', 'V', null, 'UNDATED_PRESENT'],
    ['kz:statement:vol-total-2022', 130_000, 125_000, 135_000, true, 'ROUNDED', 'UNSPECIFIED', 'V', '2022', 'YEAR'],
    ['kz:statement:vol-total-2023', 240_000, 235_000, 245_000, true, 'ROUNDED', 'UNSPECIFIED', 'B', '2023', 'YEAR'],
    ['kz:statement:vol-trend', null, null, null, null, 'NO_NUMBER', 'UNSPECIFIED', 'L', '2024-08?', 'UNDATED_PRESENT'],
  ]);
  const found = byRule(data.contradictions.nodes);
  expect(found.map(({ explanation, ...rest }) => ({ ...rest, isExplained: typeof explanation === 'string' }))).toEqual([
    {
      rule: 'DISJOINT_VALUES',
      kind: 'VALUE',
      certainty: 'INFERRED',
      explainedBy: ['DEFINITION', 'PERIOD'],
      status: 'OPEN',
      isExplained: true,
      statements: [{ id: 'kz:statement:vol-taking-part' }, { id: 'kz:statement:vol-total-2023' }],
    },
    {
      rule: 'JUMP',
      kind: 'BREAK',
      certainty: 'STATED',
      explainedBy: ['PERIOD'],
      status: 'OPEN',
      isExplained: true,
      statements: [{ id: 'kz:statement:vol-total-2022' }, { id: 'kz:statement:vol-total-2023' }],
    },
  ]);
  expect(found[0]?.['explanation']).toMatch(/up to 160,000 people.*240,000 people \(rounded\)/);
  const reasons = (side: 'years' | 'articles') => data[side].reasons.map(({ weight, code }: Record<string, string>) => [weight, code]);
  expect([data.years.verdict, reasons('years'), data.years.needs]).toEqual([
    'WITH_CARE',
    [
      ['CARE', 'CONTRADICTED'],
      ['CARE', 'DEFINITION_SHARED_UNSPECIFIED'],
      ['CARE', 'PERIOD_DIFFERS'],
    ],
    [],
  ]);
  expect([data.articles.verdict, reasons('articles'), data.articles.needs]).toEqual([
    'UNDETERMINED',
    [
      ['OPEN', 'DEFINITION_UNSPECIFIED'],
      ['OPEN', 'PERIOD_UNKNOWN'],
      ['CARE', 'CONTRADICTED'],
      ['CARE', 'PERIOD_DIFFERS'],
      ['CARE', 'SOURCE_DIFFERS'],
      ['CARE', 'WEAK_QUALIFIER'],
    ],
    ['definition of kz:statement:vol-total-2023', 'period of kz:statement:vol-taking-part'],
  ]);
  const { used, excluded, warnings, ru, en, coverage, ...figure } = data.total;
  expect(figure).toEqual({
    value: 240_000,
    lower: 235_000,
    lowerOpen: false,
    upper: 245_000,
    upperOpen: true,
    qualifier: 'ROUNDED',
    unit: 'IE',
    method: 'LAST_THEN_SUM',
    refusal: null,
  });
  expect(used).toEqual([{ id: 'kz:statement:vol-total-2023' }]);
  expect(excluded.map(({ statement: { id }, reason }: { statement: { id: string }; reason: string }) => [id, reason])).toEqual([
    ['kz:statement:almaty-vol-database', 'DEFINITION_DIFFERS'],
    ['kz:statement:almaty-vol-involved', 'DEFINITION_DIFFERS'],
    ['kz:statement:nvs-vol-in-actions', 'DEFINITION_DIFFERS'],
    ['kz:statement:vol-taking-part', 'DEFINITION_DIFFERS'],
    ['kz:statement:vol-total-2022', 'EARLIER_PERIOD'],
    ['kz:statement:vol-trend', 'NO_NUMBER'],
  ]);
  expect(warnings.map(({ code, weight, statements }: Record<string, unknown>) => [code, weight, statements])).toEqual([
    ['CONTRADICTED', 'CARE', ['kz:statement:vol-total-2023']],
  ]);
  expect(ru.replaceAll('\u00A0', ' ')).toBe(
    'Число волонтёров, Казахстан, 2022/2023: 240 000 чел. (округлено). Определение: не указано. Источник: сумма 1 заявленного числа.',
  );
  expect(en).toBe(
    'Number of volunteers, Kazakhstan, 2022/2023: 240,000 people (rounded). Definition: not stated. Source: sum of 1 statement.',
  );
  expect(coverage).toEqual(kz);
  expect(text).not.toContain('370000');
});

const flow = (id: string, destinations: string[]) => ({
  id,
  country: 'KZ',
  origin: { iso: 'KZ-75' },
  destinations,
  source: { key: 'almaty' },
});

test('what was collected and what was sent for one disaster stay apart', async () => {
  const { data, errors } = await federation.ask(operation('aid-for-a-disaster'));
  expect(errors).toEqual([]);
  const { stages, contradictions, coverage } = data.aid;
  expect(stages).toEqual([
    {
      stage: 'COLLECTED',
      value: 51.5,
      lower: 51.5,
      lowerOpen: false,
      upper: 51.5,
      upperOpen: false,
      qualifier: 'EXACT',
      unit: 'TNE',
      refusal: null,
      used: [flow('kz:aid-flow:aid-collected', ['TR', 'SY'])],
      excluded: [],
    },
    {
      stage: 'SENT',
      value: 51.5,
      lower: 51.5,
      lowerOpen: true,
      upper: null,
      upperOpen: null,
      qualifier: 'MORE_THAN',
      unit: 'TNE',
      refusal: null,
      used: [flow('kz:aid-flow:aid-sent', ['TR'])],
      excluded: [],
    },
  ]);
  const { data: named } = await federation.ask('{ contradictions(filter: { kinds: [DUPLICATE, VALUE, PERIOD] }) { nodes { id rule } } }');
  const rules = new Map(named.contradictions.nodes.map(({ id, rule }: Record<string, string>) => [id, rule]));
  expect(contradictions.map((id: string) => rules.get(id)).toSorted()).toEqual([
    'FUNNEL_PERIODS',
    'LATER_STAGE_ABOVE_EARLIER',
    'TOLD_TWICE',
  ]);
  expect(coverage).toEqual({ ...ALL_ANSWERED, timedOut: [], unavailable: [] });
});
