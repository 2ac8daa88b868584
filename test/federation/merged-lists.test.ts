import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { type Federation, startFederation } from '../harness/start-federation.ts';

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation();
});

const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');
const WHOLE = { asked: ['KZ', 'RU', 'UZ'], answered: ['KZ', 'RU', 'UZ'], complete: true };
const ids = (connection: { nodes: { id: string }[] }) => connection.nodes.map(({ id }) => id);

/** All pages of a merged list, one after another. */
async function allPages(field: string, parameters: string, first: number): Promise<string[]> {
  const read: string[] = [];
  for (let after = ''; ;) {
    const { data, errors } = await federation.ask(
      `{ ${field}(first: ${first}, ${parameters}${after}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(errors).toEqual([]);
    read.push(...ids(data[field]));
    if (!data[field].pageInfo.hasNextPage) return read;
    after = `, after: "${data[field].pageInfo.endCursor}"`;
  }
}

test('what did two or more countries do together in 2019, and what still has no date?', async () => {
  const { data, errors } = await federation.ask(operation('together'));
  expect(errors).toEqual([]);
  expect(ids(data.dated)).toEqual([
    'ru:action:be-healthy-4',
    'kz:action:kostanay-youth-forum',
    'kz:action:arys-relief',
    'ru:action:interregional-forum-16',
    'ru:action:omsk-session-practices',
    'ru:action:omsk-youth-forum',
    'ru:action:roadmap-signing',
  ]);
  expect(data.dated).toMatchObject({ totalCount: 7, coverage: WHOLE });
  const byId = Object.fromEntries(data.dated.nodes.map((node: { id: string }) => [node.id, node]));
  expect(byId['ru:action:interregional-forum-16'].period).toEqual({ edtf: '2019-11?', basis: 'INFERRED' });
  expect(byId['ru:action:omsk-session-practices'].superAction).toEqual({ id: 'ru:action:omsk-youth-forum' });
  expect(data.dated.nodes.map(({ seekingPartners }: { seekingPartners: boolean | null }) => seekingPartners)).toEqual(Array(7).fill(null));
  expect(data.undated.nodes).toEqual([
    { id: 'ru:action:omsk-round-table', kind: 'ROUND_TABLE', status: 'PLANNED', countries: ['RU', 'KZ'] },
  ]);
});

test('who on the border, and who in Almaty, could be asked for help in an emergency?', async () => {
  const { data, errors } = await federation.ask(operation('helpers'));
  expect(errors).toEqual([]);
  expect(data.border).toEqual({ totalCount: 0, nodes: [], coverage: { asked: ['KZ', 'RU'], complete: true } });
  expect(data.almaty).toEqual({
    totalCount: 2,
    nodes: [
      {
        id: 'kz:unit:front-office-almaty',
        kind: 'REGIONAL_FRONT_OFFICE',
        level: 'MUNICIPAL',
        region: { iso: 'KZ-75' },
        place: 'Depo Evolution Park',
        parent: null,
      },
      expect.objectContaining({ id: 'kz:unit:youth-resource-center', kind: 'RESOURCE_CENTER' }),
    ],
    coverage: { complete: true },
  });
  expect(data.branches.nodes).toEqual([
    {
      id: 'ru:unit:medics-regional-branches',
      collective: true,
      region: null,
      count: { value: 89, qualifier: 'EXACT', source: { key: 'astana' } },
    },
  ]);
});

test.each([
  ['statements', 'orderBy: ID_ASC'],
  ['statements', 'orderBy: PERIOD_ASC'],
  ['statements', 'orderBy: PERIOD_DESC, filter: { levels: [MUNICIPAL, NATIONAL] }'],
  ['statements', 'orderBy: KNOWN_FROM_DESC'],
  ['actions', 'orderBy: START_DESC'],
  ['organizations', 'filter: { directions: [HEALTH, VOLUNTEERISM] }'],
])('pages of %s with %s are the whole list, whatever their size', async (field, parameters) => {
  const whole = await allPages(field, parameters, 1000);
  expect(whole.length).toBeGreaterThan(5);
  for (const first of [1, 3, 7]) expect(await allPages(field, parameters, first)).toEqual(whole);
});

async function asked(filter: string) {
  return (await federation.ask(`{ statements(filter: ${filter}) { coverage { asked } nodes { id } } }`)).data.statements;
}

test('a country that a filter excludes is not asked', async () => {
  expect((await asked('{ countries: ["UZ"] }')).coverage.asked).toEqual(['UZ']);
  expect((await asked('{ regions: ["KZ-75"] }')).coverage.asked).toEqual(['KZ']);
  expect(await asked('{ ids: ["ru:statement:medics-branches"] }')).toEqual({
    coverage: { asked: ['RU'] },
    nodes: [{ id: 'ru:statement:medics-branches' }],
  });
  expect((await asked('{ indicators: ["VOL_TOTAL"] }')).coverage.asked).toEqual(['KZ', 'RU', 'UZ']);
});

test('a client’s own selection reaches the countries, twice and under aliases', async () => {
  const { data, errors } = await federation.ask(
    `query ($language: Language!) { statements(filter: { indicators: ["VOL_TOTAL"] }, first: 2) { rows: edges { node { id: value where: subject { name(language: $language) } } } nodes { id: indicator } } }`,
    { language: 'RU' },
  );
  expect(errors).toEqual([]);
  expect(data.statements.nodes).toEqual([{ id: 'VOL_TOTAL' }, { id: 'VOL_TOTAL' }]);
  expect(data.statements.rows.map(({ node }: { node: { where: { name: string } } }) => node.where.name)).toEqual(['Алматы', 'Алматы']);
});

test.each([
  ['{ statements(first: 0) { nodes { id } } }', 'PAGE_TOO_LARGE'],
  ['{ statements(first: 1001) { nodes { id } } }', 'PAGE_TOO_LARGE'],
  ['{ statements(after: "bm8") { nodes { id } } }', 'CURSOR_INVALID'],
  ['{ units(filter: { countries: ["KG"] }) { nodes { id } } }', 'COUNTRY_UNKNOWN'],
  ['{ statements(filter: { indicators: ["PEOPLE"] }) { nodes { id } } }', 'CODE_UNKNOWN'],
  ['{ actions(filter: { period: "2023/2019" }) { nodes { id } } }', 'PERIOD_INVALID'],
])('%s is refused with %s', async (query, code) => {
  const { errors } = await federation.ask(query);
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
});

test('a cursor of another list, order, filter or country choice is refused', async () => {
  const { data } = await federation.ask('{ statements(first: 1) { pageInfo { endCursor } } }');
  const cursor = data.statements.pageInfo.endCursor;
  const { errors } = await federation.ask(
    `{ a: actions(after: "${cursor}") { nodes { id } } b: statements(orderBy: PERIOD_ASC, after: "${cursor}") { nodes { id } } c: statements(filter: { countries: ["KZ"] }, after: "${cursor}") { nodes { id } } }`,
  );
  expect(errors.map(({ path, extensions }) => [path?.[0], extensions?.['code']])).toEqual(
    ['a', 'b', 'c'].map((alias) => [alias, 'CURSOR_INVALID']),
  );
});

test('with one country stopped the others’ rows come, the coverage says who is missing, and its rows come once after its return', async () => {
  const own = await startFederation({ stopped: ['russia'] });
  const { data, errors } = await own.ask(
    '{ statements(first: 1000) { totalCount nodes { id } pageInfo { hasNextPage endCursor } coverage { asked answered unavailable timedOut complete } } }',
  );
  expect(errors).toEqual([]);
  expect(data.statements.coverage).toEqual({
    asked: ['KZ', 'RU', 'UZ'],
    answered: ['KZ', 'UZ'],
    unavailable: ['RU'],
    timedOut: [],
    complete: false,
  });
  expect(data.statements.totalCount).toBeNull();
  const first: string[] = ids(data.statements);
  expect(first.filter((id) => id.startsWith('ru:'))).toEqual([]);
  expect(first).toHaveLength(36);
  // The same cursor, asked where Russia answers, gives exactly what was missing.
  const later = await federation.ask(
    `{ statements(first: 1000, after: "${data.statements.pageInfo.endCursor}") { nodes { id } coverage { complete } } }`,
  );
  expect(later.data.statements.coverage.complete).toBe(true);
  expect(ids(later.data.statements)).toHaveLength(4);
  expect(ids(later.data.statements).every((id) => id.startsWith('ru:'))).toBe(true);
});

test('a statement of no single country stands in its place, is of no country, and counts for nobody’s coverage', async () => {
  const { data, errors } = await federation.ask(
    '{ all: statements(filter: { indicators: ["RANK_CLAIM"] }) { totalCount nodes { id country value source { key } } coverage { asked } } russia: statements(filter: { indicators: ["RANK_CLAIM"], countries: ["RU", "KZ"] }) { nodes { id } } node(id: "hub:statement:country-center-first") { ... on Statement { rawText period { edtf } } } }',
  );
  expect(errors).toEqual([]);
  expect(data.all).toEqual({
    totalCount: 2,
    nodes: [
      { id: 'hub:statement:country-center-first', country: null, value: 1, source: { key: 'omsk' } },
      { id: 'ru:statement:medics-rank', country: 'RU', value: null, source: { key: 'astana' } },
    ],
    coverage: { asked: ['KZ', 'RU', 'UZ'] },
  });
  expect(ids(data.russia)).toEqual(['ru:statement:medics-rank']);
  expect(data.node).toEqual({ rawText: 'первым иностранным государством', period: { edtf: '2019-11-07' } });
});
