import { expect, test } from '@jest/globals';
import { buildSchema, executeSync, type GraphQLResolveInfo, parse } from 'graphql';
import { keptByOperation } from '../../subgraphs/serving/kept-by-operation.ts';
import { selectionOf } from '../../subgraphs/serving/selection.ts';

const schema = buildSchema(`
  interface Named { friend: Person }
  type Person implements Named { friend: Person name: String }
  type Club implements Named { friend: Person name: String }
  type Query { person: Person named(club: Boolean): Named }
`);

/** The names selected below each field that is resolved to nothing, for one document executed with each of the variables in turn. */
function selectedAt(field: string, document: string, variables: readonly Record<string, unknown>[]): string[][] {
  const parsed = parse(document);
  const seen: string[][] = [];
  for (const variableValues of variables) {
    const rootValue = {
      person: (_: unknown, __: unknown, info: GraphQLResolveInfo) => note('person', info),
      named: ({ club }: { club: boolean }) => ({
        __typename: club ? 'Club' : 'Person',
        friend: (_: unknown, __: unknown, info: GraphQLResolveInfo) => note('friend', info),
      }),
    };
    const { errors } = executeSync({ schema, document: parsed, rootValue, variableValues });
    expect(errors).toBeUndefined();
  }
  return seen;

  function note(name: string, info: GraphQLResolveInfo): null {
    if (name === field) seen.push([...selectionOf(info).keys()]);
    return null;
  }
}

test('a document asked again selects the same', () => {
  expect(selectedAt('person', '{ person { name } }', [{}, {}])).toEqual([['name'], ['name']]);
});

test('what a variable leaves out is selected again when the variable lets it in', () => {
  const document = 'query ($all: Boolean!) { person { name friend @include(if: $all) { name } } }';
  expect(selectedAt('person', document, [{ all: false }, { all: true }])).toEqual([['name'], ['name', 'friend']]);
});

test('what a variable leaves out inside a fragment, too', () => {
  const document = 'query ($none: Boolean!) { person { ...P } } fragment P on Person { name friend @skip(if: $none) { name } }';
  expect(selectedAt('person', document, [{ none: true }, { none: false }])).toEqual([['name'], ['name', 'friend']]);
});

test('one field under two names has two selections', () => {
  expect(selectedAt('person', '{ a: person { name } b: person { friend { name } } }', [{}])).toEqual([['name'], ['friend']]);
});

test('one path through two types has two selections, although the type at its end is one', () => {
  const document = `query ($club: Boolean) { named(club: $club) {
    ... on Club { friend { name } } ... on Person { friend { friend { name } } } } }`;
  expect(selectedAt('friend', document, [{ club: true }, { club: false }])).toEqual([['name'], ['friend']]);
});

test('a document is read once at each place', () => {
  let reads = 0;
  const count = keptByOperation(() => (reads += 1));
  const document = parse('{ a: person { name } b: person { name } }');
  const rootValue = { person: (_: unknown, __: unknown, info: GraphQLResolveInfo) => void count(info) };
  for (let times = 0; times < 3; times += 1) executeSync({ schema, document, rootValue });
  expect(reads).toBe(2);
});
