import { describe, expect, test } from '@jest/globals';
import { openLimitedGateway, refusalOf } from './limited-gateway.ts';

type Request = Readonly<Record<string, unknown>>;

interface LimitCase {
  readonly what: string;
  readonly variable: string;
  readonly atLimit: Request;
  readonly over: Request;
  readonly code: string;
  readonly message: string;
}

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const deep = (levels: number): string => `{ ${'tree { '.repeat(levels - 1)} leaf ${'} '.repeat(levels)}`;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Every limit as it ships: what stands at it is answered, what is one over it is refused. */
const cases: readonly LimitCase[] = [
  {
    what: 'tokens',
    variable: 'MAX_TOKENS',
    atLimit: { query: `query ($n: [Int!] = [${times(1_978, String)}]) { chosen(ids: $n) }` },
    over: { query: `query ($n: [Int!] = [${times(1_979, String)}]) { chosen(ids: $n) }` },
    code: 'QUERY_TOO_LONG',
    message: 'The query has more than 2000 tokens; ask for less at once.',
  },
  {
    what: 'depth',
    variable: 'MAX_DEPTH',
    atLimit: { query: deep(10) },
    over: { query: deep(11) },
    code: 'QUERY_TOO_DEEP',
    message: 'The query is 11 levels deep; at most 10 are answered.',
  },
  {
    what: 'depth through fragments, which are no levels',
    variable: 'MAX_DEPTH',
    atLimit: {
      query: `{ ... { ...A } } fragment A on Query { tree { ...B } } fragment B on Tree { ... on Tree { ${deep(9).slice(1, -2)} } }`,
    },
    over: {
      query: `{ ... { ...A } } fragment A on Query { tree { ...B } } fragment B on Tree { ... on Tree { ${deep(10).slice(1, -2)} } }`,
    },
    code: 'QUERY_TOO_DEEP',
    message: 'The query is 11 levels deep; at most 10 are answered.',
  },
  {
    what: 'depth of introspection',
    variable: 'MAX_INTROSPECTION_DEPTH',
    atLimit: { query: `{ __schema { queryType ${'{ ofType '.repeat(12)} { name } ${'} '.repeat(13)} }` },
    over: { query: `{ __schema { queryType ${'{ ofType '.repeat(13)} { name } ${'} '.repeat(14)} }` },
    code: 'QUERY_TOO_DEEP',
    message: 'The query is 16 levels deep; at most 15 are answered.',
  },
  {
    what: 'aliases, those of __typename too',
    variable: 'MAX_ALIASES',
    atLimit: { query: `{ tree { ${times(29, (index) => `a${index}: leaf`)} b: __typename } }` },
    over: { query: `{ tree { ${times(30, (index) => `a${index}: leaf`)} b: __typename } }` },
    code: 'TOO_MANY_ALIASES',
    message: 'The query has 31 aliases; at most 30 are answered.',
  },
  {
    what: 'aliases in a fragment, for each spread',
    variable: 'MAX_ALIASES',
    atLimit: { query: `{ tree { ...F tree { ...F } } } fragment F on Tree { ${times(15, (index) => `a${index}: leaf`)} }` },
    over: { query: `{ tree { ...F tree { ...F } } } fragment F on Tree { ${times(16, (index) => `a${index}: leaf`)} }` },
    code: 'TOO_MANY_ALIASES',
    message: 'The query has 32 aliases; at most 30 are answered.',
  },
  {
    what: 'root fields',
    variable: 'MAX_ROOT_FIELDS',
    atLimit: { query: `{ ${times(20, () => '__typename')} }` },
    over: { query: `{ ${times(20, () => '__typename')} dear }` },
    code: 'TOO_MANY_FIELDS',
    message: 'The query has 21 fields at its root; at most 20 are answered.',
  },
  {
    what: 'one name in one place',
    variable: 'MAX_REPEATED_FIELDS',
    atLimit: { query: `{ tree { ${times(19, () => 'leaf')} ... { leaf } } }` },
    over: { query: `{ tree { ${times(20, () => 'leaf')} ... { leaf } } }` },
    code: 'TOO_MANY_FIELDS',
    message: 'The query has 21 fields of one name in one place; at most 20 are answered.',
  },
  {
    what: 'directives of a document',
    variable: 'MAX_DIRECTIVES',
    atLimit: {
      query: `{ tree { ${times(25, (index) => `... @skip(if: false) @include(if: true) { ${index % 2 ? 'leaf' : 'color'} }`)} } }`,
    },
    over: {
      query: `{ tree @include(if: true) { ${times(25, (index) => `... @skip(if: false) @include(if: true) { ${index % 2 ? 'leaf' : 'color'} }`)} } }`,
    },
    code: 'TOO_MANY_DIRECTIVES',
    message: 'The query has 51 directives in all; at most 50 are answered.',
  },
  {
    what: 'cost of a page',
    variable: 'MAX_COST',
    atLimit: { query: '{ page(first: 1000) { nodes { tree { tree { tree { leaf } } } } count } __typename }' },
    over: { query: '{ page(first: 1000) { nodes { tree { tree { tree { tree { leaf } } } } } } }' },
    code: 'QUERY_TOO_COSTLY',
    message: 'The query costs 5001 points; at most 5000 are answered. Ask for smaller pages or fewer lists.',
  },
  {
    what: 'cost of a page by a variable',
    variable: 'MAX_COST',
    atLimit: { query: 'query ($n: Int! = 1000) { page(first: $n) { edges { node { tree { leaf } } } } }', variables: {} },
    over: { query: 'query ($n: Int! = 7) { page(first: $n) { edges { node { page { nodes { leaf } } } } } }', variables: { n: 96 } },
    code: 'QUERY_TOO_COSTLY',
    message: 'The query costs 5089 points; at most 5000 are answered. Ask for smaller pages or fewer lists.',
  },
  {
    what: 'size of a page',
    variable: 'MAX_PAGE_SIZE',
    atLimit: { query: '{ page(first: 1000) { count } }' },
    over: { query: '{ page(first: 1001) { count } }' },
    code: 'PAGE_TOO_LARGE',
    message: 'first is 1001; a page holds 1 to 1000 rows.',
  },
  {
    what: 'size of a page inside a fragment, by a variable',
    variable: 'MAX_PAGE_SIZE',
    atLimit: { query: 'query ($n: Int) { tree { ...F } } fragment F on Tree { page(first: $n) { count } }', variables: { n: 1_000 } },
    over: { query: 'query ($n: Int) { tree { ...F } } fragment F on Tree { page(first: $n) { count } }', variables: { n: 1_001 } },
    code: 'PAGE_TOO_LARGE',
    message: 'first is 1001; a page holds 1 to 1000 rows.',
  },
  {
    what: 'a list in a variable',
    variable: 'MAX_LIST_ITEMS',
    atLimit: { query: 'query ($n: [Int!]) { chosen(ids: $n) }', variables: { n: numbers(100) } },
    over: { query: 'query ($n: [Int!]) { chosen(ids: $n) }', variables: { n: numbers(101) } },
    code: 'LIST_TOO_LONG',
    message: 'A list in the variables holds 101 items; at most 100 are taken.',
  },
  {
    what: 'a list deep in a variable',
    variable: 'MAX_LIST_ITEMS',
    atLimit: { query: 'query ($d: Deep) { chosen(deep: $d) }', variables: { d: { deep: { deep: { ids: numbers(100) } } } } },
    over: { query: 'query ($d: Deep) { chosen(deep: $d) }', variables: { d: { deep: { deep: { ids: numbers(101) } } } } },
    code: 'LIST_TOO_LONG',
    message: 'A list in the variables holds 101 items; at most 100 are taken.',
  },
];

describe.each(cases)('$what', ({ variable, atLimit, over, code, message }) => {
  test('at the limit is answered', async () => {
    const { ask } = await openLimitedGateway();
    const { status, body } = await ask(atLimit);
    expect([status, body.errors, typeof body.data]).toEqual([200, undefined, 'object']);
  });

  test('one over the limit is refused in the one form, and nobody is asked', async () => {
    const { ask, asked } = await openLimitedGateway();
    const legacy = await ask(over);
    const draft = await ask(over, { accept: 'application/graphql-response+json' });
    for (const answer of [legacy, draft]) {
      expect(refusalOf(answer)).toEqual({
        code,
        message,
        keys: ['errors', 'message', 'extensions', 'code', 'country', 'retryable', 'requestId'],
      });
      expect(answer.body.errors).toHaveLength(1);
    }
    expect([legacy.status, draft.status]).toEqual([200, 400]);
    expect(draft.headers.get('content-type')).toMatch(/^application\/graphql-response\+json/);
    expect(asked()).toBe(0);
  });

  test(`${variable}=0 answers what is over it`, async () => {
    const { ask } = await openLimitedGateway({ [variable]: '0' });
    const { body } = await ask(over);
    expect([body.errors, typeof body.data]).toEqual([undefined, 'object']);
  });
});

test('six directives on one field are refused with their number, five are left to the specification', async () => {
  const { ask, asked } = await openLimitedGateway();
  const over = await ask({ query: `{ tree { leaf ${'@skip(if: true) '.repeat(6)} } }` });
  expect(refusalOf(over)).toMatchObject({
    code: 'TOO_MANY_DIRECTIVES',
    message: 'The query has 6 directives in one place; at most 5 are answered.',
  });
  expect(over.body.errors).toHaveLength(1);
  const atLimit = await ask({ query: `{ tree { leaf ${'@skip(if: true) '.repeat(5)} } }` });
  expect(refusalOf(atLimit).code).toBe('GRAPHQL_VALIDATION_FAILED');
  const off = await openLimitedGateway({ MAX_DIRECTIVES_PER_FIELD: '0' });
  expect(refusalOf(await off.ask({ query: `{ tree { leaf ${'@skip(if: true) '.repeat(6)} } }` })).code).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(asked()).toBe(0);
});

test('a document that breaks several limits is told each, and nothing else about it', async () => {
  const { ask, asked } = await openLimitedGateway();
  const { body } = await ask({ query: `{ ${times(40, (index) => `a${index}: nowhere`)} }` });
  expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['TOO_MANY_ALIASES', 'TOO_MANY_FIELDS']);
  expect(asked()).toBe(0);
});

test('thirty faults of one document are answered with five, and with all when the limit is off', async () => {
  const query = `{ tree { ${times(30, (index) => `no${index}`)} } }`;
  const { ask } = await openLimitedGateway();
  expect((await ask({ query })).body.errors).toHaveLength(5);
  const off = await openLimitedGateway({ MAX_REQUEST_ERRORS: '0' });
  expect((await off.ask({ query })).body.errors).toHaveLength(30);
});

test.each([
  ['MAX_BODY_BYTES', 413, 'BODY_TOO_LARGE', { query: `{ tree { leaf } } #${'x'.repeat(256_000)}` }, {}],
  ['MAX_HEADER_BYTES', 431, 'BAD_REQUEST', { query: '{ tree { leaf } }' }, { 'x-large': 'y'.repeat(17_000) }],
] as const)('%s is %i %s when it is passed, and off with 0', async (variable, status, code, body, headers) => {
  const { ask, asked } = await openLimitedGateway();
  const over = await ask(body, headers);
  expect([over.status, refusalOf(over).code]).toEqual([status, code]);
  expect(asked()).toBe(0);
  const off = await openLimitedGateway({ [variable]: '0' });
  expect((await off.ask(body, headers)).body).toEqual({ data: { tree: { leaf: 1 } } });
});

const padded = (padding: number) => ({ query: `{ tree { leaf } } #${'x'.repeat(padding)}` });

test('a body of 256,000 bytes is answered', async () => {
  const { ask } = await openLimitedGateway();
  const padding = 256_000 - JSON.stringify(padded(0)).length;
  expect((await ask(padded(padding))).status).toBe(200);
  expect((await ask(padded(padding + 1))).status).toBe(413);
});
