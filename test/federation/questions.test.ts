import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const federation = await startFederation();
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
});
