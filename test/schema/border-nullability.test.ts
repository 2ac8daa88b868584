import { expect, test } from '@jest/globals';
import { borderNullability } from '../../subgraphs/federation/checks/border-nullability.ts';
import { doorText } from './door-text.ts';

const placesIn = (sdl: string): string[] => borderNullability(sdl).map(({ where }) => where);

test('a nullable door passes', () => expect(placesIn(doorText())).toEqual([]));

test('a non-null field of the door is found', () => {
  expect(placesIn(doorText({ door: '  """Founded."""\n  founded: String!' }))).toEqual(['KazakhstanNetwork.founded']);
});

test('a non-null root field is found', () => {
  expect(placesIn(doorText({ query: 'kazakhstan: KazakhstanNetwork!' }))).toEqual(['Query.kazakhstan']);
});

test('a non-null field of a value type and of an interface is found, their id is not', () => {
  const rest =
    'interface Node { id: ID! kind: String! } type Statement implements Node { id: ID! kind: String value: Float! parts: [Float!] }';
  expect(placesIn(doorText({ rest }))).toEqual(['Node.kind', 'Statement.value']);
});

test('the frame of a page may be non-null, its rows and its count may not', () => {
  const rest = `
    type StatementConnection { edges: [StatementEdge!]! nodes: [Int!]! pageInfo: PageInfo! totalCount: Int! }
    type StatementEdge { cursor: String! node: Int! }
    type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String! endCursor: String }`;
  expect(placesIn(doorText({ rest }))).toEqual(['StatementConnection.totalCount', 'StatementEdge.node', 'PageInfo.startCursor']);
});

test('code of another type is not the door’s code', () => {
  expect(placesIn(doorText({ rest: 'type Region { code: String! }' }))).toEqual(['Region.code']);
});

test('the hub, which has no door, may be non-null', () => {
  expect(placesIn('type Query { networks: [String!]! }')).toEqual([]);
});
