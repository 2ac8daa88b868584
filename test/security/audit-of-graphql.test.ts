import { expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { composeTrees, openLimitedGateway, refusalOf, type LimitedAnswer } from '../gateway/limits/limited-gateway.ts';
import { openGateway } from '../gateway/small-federation.ts';

const repeated = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const codesOf = ({ body }: LimitedAnswer) => body.errors?.map(({ extensions }) => extensions['code']);
const preflight = { 'apollo-require-preflight': '1' };

test.each([
  ['a hundred aliases', `query cop { ${repeated(101, (index) => `alias${index}:__typename`)} }`, ['TOO_MANY_ALIASES', 'TOO_MANY_FIELDS']],
  ['one field five hundred times', `query cop { ${'__typename '.repeat(500)}}`, ['TOO_MANY_FIELDS', 'TOO_MANY_FIELDS']],
  ['ten unknown directives on one field', `query cop { __typename ${'@aa'.repeat(10)} }`, ['TOO_MANY_DIRECTIVES']],
  [
    'introspection in a circle',
    `query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`,
    ['GRAPHQL_VALIDATION_FAILED'],
  ],
  [
    'the whole schema six times',
    `{ ${repeated(6, (index) => `a${index}: __schema { ...S }`)} } ${getIntrospectionQuery()
      .replace(/query IntrospectionQuery \{\s*__schema/, 'fragment S on __Schema')
      .replace(/\}(?=\s*fragment FullType)/, '')}`,
    ['QUERY_TOO_COSTLY'],
  ],
])('%s is refused, and nobody is asked', async (_what, query, codes) => {
  const { ask, asked } = await openLimitedGateway();
  expect(codesOf(await ask({ query }))).toEqual(codes);
  expect(asked()).toBe(0);
});

test('introspection is public on purpose: tools read the whole schema', async () => {
  const { ask } = await openLimitedGateway();
  const { body } = await ask({ query: getIntrospectionQuery() });
  expect(body.errors).toBeUndefined();
  expect(Object.keys(body.data ?? {})).toEqual(['__schema']);
});

test('a batch of ten queries is no request', async () => {
  const { send, asked } = await openLimitedGateway();
  const batch = JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ tree { leaf } }' })));
  const answer = await send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: batch });
  expect([answer.status, refusalOf(answer).code, asked()]).toEqual([400, 'BAD_REQUEST', 0]);
});

test('only the hash of a query is no query', async () => {
  const { ask, asked } = await openLimitedGateway();
  const persistedQuery = { version: 1, sha256Hash: 'a'.repeat(64) };
  expect(codesOf(await ask({ extensions: { persistedQuery } }))).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
  expect(codesOf(await ask({ query: '{ tree { leaf } }', extensions: { persistedQuery } }))).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
  expect(asked()).toBe(0);
});

test('what a page of another site could make a browser send is refused: a plain GET, a form, a text', async () => {
  const { send, asked } = await openLimitedGateway();
  const search = `?query=${encodeURIComponent('{ tree { leaf } }')}`;
  expect((await send({}, search)).status).toBe(400);
  expect((await send({ method: 'POST', body: new URLSearchParams({ query: '{ tree { leaf } }' }) })).status).toBe(415);
  expect((await send({ method: 'POST', body: '{"query":"{ tree { leaf } }"}', headers: { 'content-type': 'text/plain' } })).status).toBe(
    415,
  );
  expect(asked()).toBe(0);
  expect((await send({ headers: preflight }, search)).status).toBe(200);
});

test('a mutation or a subscription is answered neither by GET nor by POST', async () => {
  const { ask, send, asked } = await openLimitedGateway();
  for (const query of ['mutation { __typename }', 'subscription { __typename }']) {
    expect((await send({ headers: preflight }, `?query=${encodeURIComponent(query)}`)).body.data).toBeUndefined();
    expect((await ask({ query })).body.data).toBeUndefined();
  }
  expect(asked()).toBe(0);
});

test.each(['apollo-tracing', 'x-apollo-tracing', 'apollo-federation-include-trace', 'x-graphql-trace'])(
  'the header %s adds nothing to an answer',
  async (header) => {
    const { ask } = await openLimitedGateway();
    const { body } = await ask({ query: '{ tree { leaf } }' }, { [header]: 'ftv1' });
    expect(body).toEqual({ data: { tree: { leaf: 1 } } });
  },
);

test('the endpoint is no page, and pages run no script of others', async () => {
  const { url } = await openLimitedGateway();
  const page = await fetch(url, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(406);
  expect(page.headers.get('content-type')).toMatch(/^application\/json/);
  const ide = await fetch(new URL('/graphiql', url));
  expect(ide.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-/);
  for (const response of [page, ide]) {
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('x-powered-by')).toBeNull();
  }
});

test('NODE_ENV=development shows no more than production', async () => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'development';
  try {
    const { ask } = await openGateway(composeTrees());
    const { text } = await ask('{ tree { leef } }');
    expect(text).not.toMatch(/leaf|stack|Did you mean|node_modules/);
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
});
