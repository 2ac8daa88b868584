import { expect, test } from '@jest/globals';
import { subgraph as atlantis } from '../conformance/networks/atlantis/index.ts';
import { startFederation } from '../harness/start-federation.ts';

test('a fourth country joins by its own folder and its line in rover.yaml alone', async () => {
  const federation = await startFederation({ extra: [atlantis] });
  const { data, errors } = await federation.ask(
    '{ networks { code statements(first: 1) { totalCount } } networkStatus(codes: ["XA"]) { code up expectedEvery } atlantis { name(language: RU) profile { founded { edtf start end } website } actions { nodes { kind rawKind } } organizations { nodes { kind rawKind aliases } } commitments { nodes { status rawStatus } } practices { nodes { title languages } } } }',
  );
  expect(errors).toEqual([]);
  expect(
    data.networks.map(({ code, statements }: { code: string; statements: { totalCount: number } }) => [code, statements.totalCount]),
  ).toEqual([
    ['KZ', 33],
    ['RU', 4],
    ['UZ', 2],
    ['XA', 4],
  ]);
  expect(data.networkStatus).toEqual([{ code: 'XA', up: true, expectedEvery: 'P1W' }]);
  expect(data.atlantis).toEqual({
    name: 'Атлантида',
    profile: { founded: { edtf: '1996-03', start: '1996-03-01', end: '1996-03-31' }, website: 'https://atlantis.example' },
    actions: {
      nodes: [
        { kind: 'WORKSHOP', rawKind: null },
        { kind: 'OTHER', rawKind: 'REGATTA' },
        { kind: 'SEARCH', rawKind: null },
      ],
    },
    organizations: {
      nodes: [
        { kind: 'OTHER', rawKind: 'SENATE', aliases: ['The Council'] },
        { kind: 'MOVEMENT', rawKind: null, aliases: [] },
      ],
    },
    commitments: { nodes: [{ status: 'OTHER', rawStatus: 'STALLED' }] },
    practices: { nodes: [{ title: 'Buddy dives', languages: ['en', 'fr'] }] },
  });
});
