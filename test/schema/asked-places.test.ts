import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { askedPlaces } from '../../subgraphs/federation/checks/asked-places.ts';

const schema = buildSchema(`
  enum Order { UP DOWN }
  input Filter { order: Order, inner: Filter }
  interface Network { code: String, rows(filter: Filter, order: Order): [Row] }
  type A implements Network { code: String, rows(filter: Filter, order: Order): [Row] }
  type B implements Network { code: String, rows(filter: Filter, order: Order): [Row] }
  type Row { id: ID, other: Row }
  type Query { a: A, b: B, networks: [Network] }
`);
const asked = (document: string, elsewhere: string[] = []): string[] =>
  askedPlaces(parse(document), schema, new Set(elsewhere)).map(({ place, path }) => `${path}: ${place}`);

test('a field is asked with its path, of the type and of its interfaces', () => {
  expect(asked('{ a { code } }')).toEqual(['a: Query.a', 'a.code: A.code', 'a.code: Network.code']);
});

test('a field of an interface is asked of every type behind it', () => {
  expect(asked('{ networks { code } }')).toEqual(
    expect.arrayContaining(['networks.code: Network.code', 'networks.code: A.code', 'networks.code: B.code']),
  );
});

test('arguments, enum values and input fields are asked, a variable stands for its whole type', () => {
  expect(asked('{ a { rows(filter: { inner: { order: DOWN } }, order: UP) { id } } }')).toEqual(
    expect.arrayContaining([
      'a.rows: A.rows.filter',
      'a.rows: A.rows.order',
      'a.rows: Filter.inner',
      'a.rows: Filter.order',
      'a.rows: Order.DOWN',
      'a.rows: Order.UP',
    ]),
  );
  expect(asked('query ($filter: Filter) { a { rows(filter: $filter) { id } } }')).toContain('a.rows: Filter');
});

test('what is asked below another door, by its field, a fragment or a spread, is not asked of this one', () => {
  const document = '{ b { code } networks { ... on B { rows { id } } ...OfB ... on A { rows { id } } } } fragment OfB on B { code }';
  expect(asked(document, ['b', 'B'])).toEqual([
    'networks: Query.networks',
    'networks.rows: A.rows',
    'networks.rows: Network.rows',
    'networks.rows.id: Row.id',
  ]);
});
