import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, buildClientSchema, getIntrospectionQuery, type GraphQLObjectType } from 'graphql';
import { hasPostgresql, postgresql, sqlite } from '../harness/databases.ts';
import { type OpenDoor, openDoor } from '../harness/open-door.ts';
import { auditGraphqlOverHttp } from '../http/audit.ts';
import { fullSelection } from './full-selection.ts';
import { askList, FIRST_INSTANT, lists } from './lists.ts';
import { networks } from './networks.ts';

const databases = [sqlite, postgresql];

describe.each(databases)('on $name', (database) => {
  // Skipped only where no PostgreSQL answers; the name then says so, and .ci/run makes sure that one does.
  const describeHere = database === postgresql && !hasPostgresql ? describe.skip : describe;

  describeHere.each(networks)('$subgraph', (network) => {
    let door: OpenDoor;
    beforeAll(async () => {
      door = await openDoor(network, database);
    });
    const inside = async (fields: string) => {
      const { data, errors } = await door.ask(`{ ${network.subgraph} { ${fields} } }`);
      expect(errors).toEqual([]);
      return data[network.subgraph];
    };

    test('answers its door from the key, and no other country’s', async () => {
      const representations = [network.country, 'ZZ'].map((code) => ({ __typename: network.typeName, code }));
      const { data, errors } = await door.ask(
        `query ($doors: [_Any!]!) { _entities(representations: $doors) { ... on ${network.typeName} { code name(language: EN) } } }`,
        { doors: representations },
      );
      expect(errors).toEqual([]);
      expect(data._entities).toEqual([{ code: network.country, name: network.names.en }, null]);
    });

    test('answers every field of the contract without an error, but what is for its steward alone', async () => {
      const schema = buildClientSchema((await door.ask(getIntrospectionQuery())).data);
      const type = schema.getType(network.typeName) as GraphQLObjectType;
      const given = { since: `"${FIRST_INSTANT}"`, id: `"${network.country.toLowerCase()}:source:none"`, text: '"an"' };
      const { data, errors } = await door.ask(`{ ${network.subgraph} { ${fullSelection(type, given)} } }`);
      expect(errors.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
        [[network.subgraph, 'quality'], 'TIER_NOT_ALLOWED'],
      ]);
      expect(data[network.subgraph].quality).toBeNull();
      expect(Object.keys(data[network.subgraph]).toSorted()).toEqual(Object.keys(type.getFields()).toSorted());
    });

    test('gives every row an id of its own country', async () => {
      const answer = await inside(`${lists.map((list) => `${askList(list, 'first: 1000')} { nodes { id } }`).join(' ')} regions { id }`);
      const ids: string[] = [...lists.flatMap(({ field }) => answer[field].nodes), ...answer.regions].map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(10);
      expect(ids.filter((id) => !id.startsWith(`${network.country.toLowerCase()}:`))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test.each(lists.flatMap((list) => list.orders.map((order) => ({ list, field: list.field, order }))))(
      'pages of $field in order $order hold each row once and in the order of the whole list',
      async ({ list, field, order }) => {
        const whole = (await inside(`${askList(list, 'first: 1000', order)} { totalCount nodes { id } }`))[field];
        const paged: string[] = [];
        for (let after = ''; ;) {
          const page = (await inside(`${askList(list, `first: 2${after}`, order)} { nodes { id } pageInfo { hasNextPage endCursor } }`))[
            field
          ];
          paged.push(...page.nodes.map(({ id }: { id: string }) => id));
          if (!page.pageInfo.hasNextPage) break;
          after = `, after: "${page.pageInfo.endCursor}"`;
        }
        expect(paged).toEqual(whole.nodes.map(({ id }: { id: string }) => id));
        expect(paged).toHaveLength(whole.totalCount);
      },
    );

    test('puts undated statements last in both directions of time', async () => {
      for (const order of ['PERIOD_ASC', 'PERIOD_DESC']) {
        const { statements } = await inside(`statements(first: 1000, orderBy: ${order}) { nodes { period { start } } }`);
        const starts: (string | null)[] = statements.nodes.map(({ period }: { period: { start: string | null } }) => period.start);
        const firstUndated = starts.indexOf(null);
        if (firstUndated >= 0) expect(starts.slice(firstUndated).every((start) => start === null)).toBe(true);
        const dated = starts.filter((start) => start !== null);
        expect(dated).toEqual(order === 'PERIOD_ASC' ? dated.toSorted() : dated.toSorted().toReversed());
      }
    });

    test('an unknown region is an empty page and not an error', async () => {
      const answer = await inside(
        'actions(filter: { regions: ["XX-0"] }) { nodes { id } totalCount } units(filter: { regions: ["XX-0"] }) { nodes { id } }',
      );
      expect(answer).toEqual({ actions: { nodes: [], totalCount: 0 }, units: { nodes: [] } });
    });

    test('an argument that is null asks for the same as one that is absent', async () => {
      const answer = await inside(
        'a: statements(first: 2) { nodes { id } } b: statements(first: 2, after: null, filter: null) { nodes { id } } c: statements(first: 2, filter: { levels: null, period: null }) { nodes { id } }',
      );
      expect(answer.b).toEqual(answer.a);
      expect(answer.c).toEqual(answer.a);
    });

    test('a filter for other countries leaves nothing', async () => {
      const answer = await inside('statements(filter: { countries: ["ZZ"] }) { nodes { id } pageInfo { hasNextPage endCursor } }');
      expect(answer.statements).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
    });

    test.each([
      ['statements(first: 1001) { nodes { id } }', 'PAGE_TOO_LARGE'],
      ['actions(first: 0) { nodes { id } }', 'PAGE_TOO_LARGE'],
      ['units(after: "bm90aGluZw") { nodes { id } }', 'CURSOR_INVALID'],
      ['statements(filter: { indicators: ["VOLUNTEERS"] }) { nodes { id } }', 'CODE_UNKNOWN'],
      ['statements(filter: { definitions: ["MANY"] }) { nodes { id } }', 'CODE_UNKNOWN'],
      ['statements(filter: { period: "2023-13" }) { nodes { id } }', 'PERIOD_INVALID'],
      ['statements(filter: { period: "2023/2019" }) { nodes { id } }', 'PERIOD_INVALID'],
      ['aid(filter: { glide: "earthquake" }) { nodes { id } }', 'CODE_UNKNOWN'],
      ['commitments(jointProgramId: "roadmap") { nodes { id } }', 'ID_INVALID'],
      ['statements(asOf: "2024-02-30") { nodes { id } }', 'DATE_INVALID'],
      ['statements(asOf: "31-12-2024") { nodes { id } }', 'DATE_INVALID'],
      ['statements(asOf: "2024-01-01T00:00:00Z") { nodes { id } }', 'DATE_INVALID'],
      ['changes(since: "2024-01-01") { nodes { id } }', 'DATE_INVALID'],
      ['changes(since: "00:00:00Z T 2024-01-01") { nodes { id } }', 'DATE_INVALID'],
      ['changes(since: "2024-01-01T24:00:00Z") { nodes { id } }', 'DATE_INVALID'],
      ['changes(since: "2024-01-01T00:00:00Z", first: 1001) { nodes { id } }', 'PAGE_TOO_LARGE'],
      ['changes(since: "2024-01-01T00:00:00Z", after: "bm90aGluZw") { totalCount }', 'CURSOR_INVALID'],
    ])('%s is refused with %s', async (fields, code) => {
      const { errors, text } = await door.ask(`{ ${network.subgraph} { ${fields} } }`);
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
      expect(text).not.toMatch(/stack|\.ts\b|node_modules|select |sqlite/i);
    });

    test('a cursor of another order or filter is refused', async () => {
      const { statements } = await inside('statements(first: 1) { pageInfo { endCursor } }');
      const cursor = statements.pageInfo.endCursor;
      const { errors } = await door.ask(
        `{ ${network.subgraph} { a: statements(orderBy: PERIOD_ASC, after: "${cursor}") { nodes { id } } b: statements(filter: { levels: [NATIONAL] }, after: "${cursor}") { nodes { id } } } }`,
      );
      expect(errors.map(({ path, extensions }) => [path?.[1], extensions?.['code']])).toEqual([
        ['a', 'CURSOR_INVALID'],
        ['b', 'CURSOR_INVALID'],
      ]);
    });

    test('a cursor of another day or instant is refused', async () => {
      const { statements, changes } = await inside(
        `statements(first: 1) { pageInfo { endCursor } } changes(since: "${FIRST_INSTANT}", first: 1) { pageInfo { endCursor } }`,
      );
      const { errors } = await door.ask(
        `{ ${network.subgraph} { statements(asOf: "2999-01-01", after: "${statements.pageInfo.endCursor}") { nodes { id } } changes(since: "2020-01-01T00:00:00Z", after: "${changes.pageInfo.endCursor}") { nodes { id } } } }`,
      );
      expect(errors.map(({ path, extensions }) => [path?.[1], extensions?.['code']])).toEqual([
        ['statements', 'CURSOR_INVALID'],
        ['changes', 'CURSOR_INVALID'],
      ]);
    });

    test('the feed from the first instant gives every row of the lists, sources included, with its type', async () => {
      const rows = lists.filter(({ field }) => field !== 'changes');
      const answer = await inside(
        `${rows.map((list) => `${askList(list, 'first: 1000')} { nodes { __typename id } }`).join(' ')} regions { __typename id } changes(since: "${FIRST_INSTANT}", first: 1000) { nodes { op type entity country at } } lastPublishedAt`,
      );
      const shown = [...rows.flatMap(({ field }) => answer[field].nodes), ...answer.regions].map(
        ({ __typename, id }: { __typename: string; id: string }) => `${__typename} ${id}`,
      );
      const told: { op: string; type: string; entity: string; country: string; at: string }[] = answer.changes.nodes;
      expect(new Set(told.map(({ op, country, at }) => `${op} ${country} ${at}`))).toEqual(
        new Set([`UPSERT ${network.country} ${answer.lastPublishedAt}`]),
      );
      expect(
        told
          .filter(({ type }) => type !== 'Source')
          .map(({ type, entity }) => `${type} ${entity}`)
          .toSorted(),
      ).toEqual(shown.toSorted());
      const { data } = await door.ask(
        `{ ${network.subgraph} { statements(first: 1000) { nodes { source { id } } } actions(first: 1000) { nodes { source { id } } } } }`,
      );
      const { statements, actions } = data[network.subgraph];
      const cited = [...statements.nodes, ...actions.nodes].map(({ source }: { source: { id: string } }) => source.id);
      const sources = new Set(told.filter(({ type }) => type === 'Source').map(({ entity }) => entity));
      expect(cited.filter((id) => !sources.has(id))).toEqual([]);
    });

    test('a nested query costs one statement of SQL a table, however many rows it has', async () => {
      const nested =
        'statements(first: 50) { nodes { subject { name } region { name } source { title } } } actions(first: 50) { nodes { organizers { name } statements { value source { key } } source { key } region { iso } } } units(first: 50) { nodes { parent { name } count { value source { key } } } }';
      door.queries.length = 0;
      await inside(nested);
      // Three lists; names of organizations, units, programs, actions and regions; regions; sources below statements, actions, their statements and counts; statements of actions; counts.
      expect(door.queries.length).toBeGreaterThan(2);
      expect(door.queries.length).toBeLessThanOrEqual(16);
      expect(door.queries.filter(({ sql }) => /from "statement"/.test(sql)).length).toBeLessThanOrEqual(3);
    });

    test('a query reads the columns it selects and no others', async () => {
      door.queries.length = 0;
      await inside('statements(first: 5) { nodes { value } }');
      expect(door.queries.map(({ sql }) => /^select (.*) from/.exec(sql)?.[1])).toEqual(['"id", "value", "id" as "sort_key"']);
    });

    test('speaks GraphQL over HTTP as its public audit demands', async () => {
      const { ok, warnings, errors, failures } = await auditGraphqlOverHttp(door.url);
      expect({ warnings, errors, failures: ok < 58 ? failures : [] }).toEqual({ warnings: 0, errors: 0, failures: [] });
    });
  });
});

test('the text of a schema that the full selection walks is not empty', () => {
  const schema = buildSchema('type Query { a(first: Int = 1): A } type A { b: String c(id: ID!): String d: [A] }');
  expect(fullSelection(schema.getQueryType() as GraphQLObjectType)).toBe('a { b }');
});
