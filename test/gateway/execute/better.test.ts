import { expect, test } from '@jest/globals';
import { compose, run, type Asked } from './made-up-answers.ts';

const rows = compose({
  lists: 'type Query { rows: [Row] first: Row! } type Row @key(fields: "id") { id: ID! }',
  details: 'type Row @key(fields: "id") { id: ID! title: String size: Int! }',
});
const ids = ({ variables }: Asked) => (variables['representations'] as { id: string }[]).map(({ id }) => id);

test('an entity that stands in several rows is asked once and given to each row', async () => {
  const { data, asked } = await run(rows, '{ rows { id title } }', (question) =>
    question.subgraph === 'lists'
      ? { data: { rows: ['1', '2', '1', '1'].map((id) => ({ __typename: 'Row', id })) } }
      : { data: { _entities: ids(question).map((id) => ({ title: `title ${id}` })) } },
  );
  expect(asked.slice(1).map(ids)).toEqual([['1', '2']]);
  expect(data).toEqual({ rows: ['1', '2', '1', '1'].map((id) => ({ id, title: `title ${id}` })) });
});

test('an error of an entity stands at every row of it, by the index in the answer and not by that in the request', async () => {
  const { data, errors, misfits } = await run(rows, '{ rows { id size } }', (question) =>
    question.subgraph === 'lists'
      ? { data: { rows: [null, { __typename: 'Row', id: '1' }, { __typename: 'Row', id: '2' }, { __typename: 'Row', id: '1' }] } }
      : { data: { _entities: [null, { size: 2 }] }, errorPaths: [[0, 'size']] },
  );
  expect(errors).toEqual(['rows.1.size', 'rows.3.size']);
  expect(misfits).toEqual(['rows.1.size', 'rows.3.size']);
  expect(data).toEqual({ rows: [null, null, { id: '2', size: 2 }, null] });
});

test.each([
  ['a list', { rows: 'many' }, { rows: null }, ['rows']],
  ['an object', { rows: [7, { __typename: 'Row', id: '1' }] }, { rows: [null, { id: '1' }] }, ['rows.0']],
])('what should be %s and is not costs its own field alone', async (_, data, completed, misfits) => {
  expect(await run(rows, '{ rows { id } }', () => ({ data }))).toMatchObject({ data: completed, misfits });
});

test('null in a place that may not be null moves up as far as it must, and says where it was', async () => {
  expect(await run(rows, '{ first { id } rows { id } }', () => ({ data: { first: null, rows: [] } }))).toMatchObject({
    data: null,
    misfits: ['first'],
  });
});

test('aliases that mean something on every object are keys like others', async () => {
  const answer = { rows: [JSON.parse('{"__proto__":"1","constructor":"1","__typename":"Row","id":"1"}') as object] };
  const { data } = await run(rows, '{ rows { __proto__: id constructor: id toString: title } }', ({ subgraph }) =>
    subgraph === 'lists' ? { data: answer } : { data: { _entities: [{ toString: 'title 1' }] } },
  );
  expect(JSON.stringify(data)).toBe('{"rows":[{"__proto__":"1","constructor":"1","toString":"title 1"}]}');
  expect(({} as Record<string, unknown>)['id']).toBeUndefined();
});

test.each([0, '', false, null])(
  '%j under a name that the planner had to change comes back under the name that was asked',
  async (value) => {
    const type = { 0: 'Int', '': 'String', false: 'Boolean', null: 'Int' }[String(value)] ?? 'Int';
    const supergraph = compose({
      a: `type Query { things: [Thing!]! } union Thing = A | B type A { x: [String] } type B { y: ${type} }`,
    });
    const { data, asked } = await run(supergraph, '{ things { ... on A { a: x } ... on B { a: y } } }', ({ query }) => {
      const alias = /(\w+__alias_\w+):/.exec(query)?.[1] ?? 'a';
      return { data: { things: [{ __typename: 'B', [alias]: value }] } };
    });
    expect(asked[0]?.query).toMatch(/__alias_/);
    expect(data).toEqual({ things: [{ a: value }] });
  },
);

test('an interface object does not take its concrete type from an entity', async () => {
  const supergraph = compose({
    media: `type Query { shelf: [Media] } interface Media @key(fields: "id") { id: ID! }
      type Book implements Media @key(fields: "id") { id: ID! pages: Int }`,
    stars: 'type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }',
  });
  const { data } = await run(supergraph, '{ shelf { stars ... on Book { __typename pages } } }', ({ subgraph }) =>
    subgraph === 'media'
      ? { data: { shelf: [{ __typename: 'Book', id: '1', pages: 7 }] } }
      : { data: { _entities: [{ __typename: 'Media', stars: 5 }] } },
  );
  expect(data).toEqual({ shelf: [{ stars: 5, __typename: 'Book', pages: 7 }] });
});

test('values of hidden enum values, of types that are not possible, and numbers out of range do not fit; numbers that are ids become texts', async () => {
  const supergraph = compose({
    a: `type Query { tone: Tone pet: Pet count: Int id: ID part: Float day: Day } enum Tone { LOUD SECRET @inaccessible }
      union Pet = Cat | Dog type Cat { name: String } type Dog @inaccessible { name: String } scalar Day`,
  });
  const data = { tone: 'SECRET', pet: { __typename: 'Dog', name: 'x' }, count: 3_000_000_000, id: 12, part: 2, day: { y: 1 } };
  const query = '{ tone pet { ... on Cat { name } } count id part day }';
  expect(await run(supergraph, query, () => ({ data }))).toMatchObject({
    data: { tone: null, pet: null, count: null, id: '12', part: 2, day: { y: 1 } },
    misfits: ['tone', 'pet', 'count'],
  });
});

test('of two parallel answers about one object neither takes away what the other brought', async () => {
  const supergraph = compose({
    a: 'type Query { me: Me @shareable } type Me @shareable { name: String }',
    b: 'type Query { me: Me @shareable } type Me { age: Int }',
  });
  for (const silent of ['a', 'b']) {
    const { data } = await run(supergraph, '{ me { name age } }', ({ subgraph }) => ({
      data: { me: subgraph === silent ? null : { name: 'n', age: 1, __typename: 'Me' } },
    }));
    expect(data).toEqual({ me: { name: 'n', age: 1 } });
  }
});

test('the keys of an answer stand in the order of the query', async () => {
  const { data } = await run(rows, '{ rows { title id } }', ({ subgraph }) =>
    subgraph === 'lists' ? { data: { rows: [{ __typename: 'Row', id: '1' }] } } : { data: { _entities: [{ title: 't' }] } },
  );
  expect(JSON.stringify(data)).toBe('{"rows":[{"title":"t","id":"1"}]}');
});

test('a field that no subgraph resolves is an error and not a silent null', async () => {
  const supergraph = compose({
    a: 'type Query { a: Thing } interface Thing @key(fields: "id") { id: ID! }',
    b: 'type Query { b: Thing } type Thing @key(fields: "id", resolvable: false) @interfaceObject { id: ID! field: String }',
  });
  const query = '{ a { field } }';
  await expect(run(supergraph, query, () => ({ data: { a: {} } }))).rejects.toThrow('the planner found no way to a');
  expect((await run(supergraph, `query ${query.replace('{ a', '{ __typename a @skip(if: true)')}`, () => ({ data: {} }))).data).toEqual({
    __typename: 'Query',
  });
});
