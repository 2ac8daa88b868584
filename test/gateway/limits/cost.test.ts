import { expect, test } from '@jest/globals';
import { buildASTSchema, getIntrospectionQuery, getVariableValues, parse } from 'graphql';
import { costOf } from '../../../gateway/limits/cost.ts';
import { readPrices } from '../../../gateway/limits/cost/read-prices.ts';
import { createOperationReader } from '../../../gateway/limits/create-operation-reader.ts';
import { definitionsOf } from '../../../gateway/limits/measure-operation.ts';
import { composeTrees } from './limited-gateway.ts';

const supergraph = composeTrees();
const schema = buildASTSchema(parse(supergraph), { assumeValidSDL: true });
const read = createOperationReader(schema, supergraph);

function cost(query: string, given: Record<string, unknown> = {}): number {
  const document = parse(query);
  const [operation] = definitionsOf(document).operations;
  if (operation === undefined) throw new Error('no operation');
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (coerced === undefined) throw new Error(JSON.stringify(errors));
  return costOf(read(document, operation).cost, coerced);
}

test.each([
  ['a value is free', '{ __typename }', 0],
  ['an object is one point', '{ tree { leaf color } }', 1],
  ['a list of unknown size counts as 10', '{ trees { leaf } }', 10],
  ['lists multiply', '{ trees { trees { tree { leaf } } } }', 10 + 100 + 100],
  ['a page holds its default number of rows', '{ page { nodes { leaf } } }', 51],
  ['a page of a number of rows, in both of its fields', '{ page(first: 7) { count nodes { leaf } edges { node { leaf } } } }', 1 + 7 + 14],
  ['a page through a fragment', '{ page(first: 7) { ...P } } fragment P on Page { ... { nodes { leaf } } }', 8],
  [
    'one fragment in pages of two sizes',
    '{ a: page(first: 2) { ...P } b: page(first: 3) { ...P } } fragment P on Page { nodes { leaf } }',
    3 + 4,
  ],
  ['a null page argument is the default', '{ tree { page(first: null) { nodes { leaf } } } }', 52],
  [
    'a list of a page that is not its rows counts as 10',
    '{ tree { page(first: 2) { nodes { leaf } edges { node { leaf } } } } }',
    2 + 2 + 20,
  ],
  ['a field may have a price of its own', '{ dear }', 70],
  ['what is left out is free', '{ trees @skip(if: true) { leaf } tree @include(if: false) { leaf } }', 0],
  ['a field that is asked twice counts twice', '{ tree { leaf } tree { color } }', 2],
])('%s', (_what, query, points) => expect(cost(query)).toBe(points));

test('a variable is worth its value, its default, or the default of the argument', () => {
  const query = 'query ($n: Int) { tree { page(first: $n) { nodes { leaf } } } }';
  expect([cost(query, { n: 500 }), cost(query), cost(query, { n: null })]).toEqual([502, 52, 52]);
  expect(cost('query ($n: Int! = 9) { page(first: $n) { nodes { leaf } } }')).toBe(10);
});

test('a page of fewer than no rows lowers no cost', () => {
  expect(cost('query ($n: Int!) { page(first: $n) { nodes { leaf } } trees { leaf } }', { n: -1_000 })).toBe(11);
});

test('a part is free when a variable leaves it out', () => {
  const query = 'query ($all: Boolean!) { trees @include(if: $all) { leaf } tree @skip(if: $all) { leaf } }';
  expect([cost(query, { all: true }), cost(query, { all: false })]).toEqual([10, 1]);
});

test('the whole schema costs 1,000 points, and as often as it is asked', () => {
  expect(cost(getIntrospectionQuery())).toBe(1_000);
  const selection = '{ types { ...T } } } fragment T on __Type { fields { type { name } } }';
  const once = cost(`{ __schema ${selection}`);
  expect(cost(`{ a: __schema { types { ...T } } b: __schema ${selection}`)).toBeGreaterThan(2 * once - 2);
});

test('prices are read under the names that a supergraph gives them', () => {
  const renamed = supergraph
    .replace('import: ["@listSize"]', 'as: "price", import: [{ name: "@listSize", as: "@rows" }]')
    .replaceAll('@listSize(', '@rows(')
    .replaceAll('@cost(', '@price(');
  expect(renamed).toContain('@rows');
  const { sizes, weights } = readPrices(parse(renamed));
  expect([...weights]).toEqual([['Query.dear', 70]]);
  expect(sizes.get('Query.page')).toEqual({ assumedSize: null, slicingArguments: ['first'], sizedFields: ['nodes', 'edges'] });
});

test('a supergraph that links no prices has none', () => {
  const { sizes, weights } = readPrices(parse('type Query { a: Int @cost(weight: 5) }'));
  expect([sizes.size, weights.size]).toEqual([0, 0]);
});
