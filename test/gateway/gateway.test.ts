import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { startGateway } from '../../gateway/main.ts';
import { SupergraphError } from '../../gateway/read-supergraph.ts';
import { auditGraphqlOverHttp } from '../http/audit.ts';
import { composeSmallSupergraph, openGateway, openSmallFederation, openSubgraph, quiet } from './small-federation.ts';

const unavailable = (country: string, root: string) => ({
  message: `${country} cannot be reached just now.`,
  path: [root],
  extensions: { code: 'COUNTRY_UNAVAILABLE', country, retryable: true, requestId: 'r' },
});
const start = (supergraphFile: string) => startGateway({ supergraphFile, host: '127.0.0.1', port: 0, env: {}, log: quiet });

test('doors with aliases and networks hold every country', async () => {
  const { ask } = await openSmallFederation();
  const { status, body } = await ask(
    '{ a: kazakhstan { code name } b: russia { code name } uzbekistan { level } networks { code name statements(first: 1) { nodes { id } } } }',
  );
  expect(status).toBe(200);
  expect(body).toEqual({
    data: {
      a: { code: 'KZ', name: 'Қазақстан' },
      b: { code: 'RU', name: 'Россия' },
      uzbekistan: { level: 'NATIONAL' },
      networks: [
        { code: 'KZ', name: 'Қазақстан', statements: { nodes: [{ id: 'kz:0' }] } },
        { code: 'RU', name: 'Россия', statements: { nodes: [{ id: 'ru:0' }] } },
        { code: 'UZ', name: 'Oʻzbekiston', statements: { nodes: [{ id: 'uz:0' }] } },
      ],
    },
  });
});

test('the public audit of GraphQL over HTTP finds no error and no warning at the gateway', async () => {
  const { url } = await openSmallFederation();
  const report = await auditGraphqlOverHttp(url);
  expect(report).toMatchObject({ warnings: 0, errors: 0 });
  expect(report.ok).toBeGreaterThanOrEqual(58);
});

test('a gateway starts and is ready while every subgraph is down, and then says of each who is missing', async () => {
  const { url, ask } = await openGateway(composeSmallSupergraph());
  expect((await fetch(new URL('/health/ready', url))).status).toBe(200);
  const { status, body } = await ask('{ uz: uzbekistan { code } kazakhstan { code } seats: __typename }', {}, { 'x-request-id': 'r' });
  expect(status).toBe(200);
  expect(body.data).toEqual({ uz: null, kazakhstan: null, seats: 'Query' });
  expect(body.errors).toEqual([unavailable('UZ', 'uz'), unavailable('KZ', 'kazakhstan')]);
});

test('a hub that is down is named by no country and leaves the doors whole', async () => {
  const { urls } = await openSmallFederation();
  const { hub: _hub, ...doors } = urls;
  const { ask } = await openGateway(composeSmallSupergraph(), doors);
  const { status, body, text } = await ask('{ kazakhstan { code } russia { code } }');
  expect([status, body]).toEqual([200, { data: { kazakhstan: { code: 'KZ' }, russia: { code: 'RU' } } }]);
  const withHub = await ask('{ networks { code } }');
  expect([withHub.status, withHub.body.data]).toEqual([200, null]);
  expect(withHub.body.errors?.map(({ extensions }) => [extensions['code'], extensions['country']])).toEqual([
    ['COUNTRY_UNAVAILABLE', null],
  ]);
  expect(text + withHub.text).not.toMatch(/127\.0\.0\.1|hub/);
});

test('a supergraph file that is missing, broken or no supergraph is refused by name and reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'birge-supergraph-'));
  for (const [name, text, reason] of [
    ['broken.graphql', 'type {', /Syntax Error/],
    ['plain.graphql', 'type Query { a: Int }', /names no subgraph/],
    ['half.graphql', 'enum join__Graph { A }', /./],
  ] as const) {
    const file = join(folder, name);
    await writeFile(file, text);
    const refused = await start(file).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(SupergraphError);
    expect(refused).toMatchObject({ file, reason: expect.stringMatching(reason) });
  }
  await expect(start(join(folder, 'absent.graphql'))).rejects.toThrow(/absent\.graphql cannot be used: there is no such file/);
});

test('a supergraph of others works, entities across subgraphs included, and its failures name no country', async () => {
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])\n';
  const products = `${link} type Query { products: [Product!]! } type Product @key(fields: "id") { id: ID! name: String! weight: Int }`;
  const reviews = `${link} type Product @key(fields: "id") { id: ID! weight: Int @external heavy: Boolean @requires(fields: "weight") reviews: [Review!] } type Review { stars: Int! product: Product! }`;
  const composed = composeServices([
    { name: 'products', url: 'http://127.0.0.1:1/', typeDefs: parse(products) },
    { name: 'my-reviews', url: 'http://127.0.0.1:1/', typeDefs: parse(reviews) },
  ]);
  const row = { id: 1, name: 'Chair', weight: 12 };
  const productsUrl = await openSubgraph('products', products, {
    Query: { products: () => [row] },
    Product: { __resolveReference: () => row },
  });
  const reviewsUrl = await openSubgraph('my-reviews', reviews, {
    Product: {
      __resolveReference: (given: object) => ({ ...given }),
      heavy: ({ weight }: { weight: number }) => weight > 10,
      reviews: () => [{ stars: 5, product: { id: 1 } }],
    },
  });
  const query = '{ products { name heavy reviews { stars product { id name } } } }';
  const whole = await openGateway(composed.supergraphSdl ?? '', { products: productsUrl, my_reviews: reviewsUrl });
  expect((await whole.ask(query)).body).toEqual({
    data: { products: [{ name: 'Chair', heavy: true, reviews: [{ stars: 5, product: { id: '1', name: 'Chair' } }] }] },
  });
  const half = await openGateway(composed.supergraphSdl ?? '', { products: productsUrl });
  const { body } = await half.ask(query, {}, { 'x-request-id': 'r' });
  expect(body).toEqual({
    data: { products: [{ name: 'Chair', heavy: null, reviews: null }] },
    errors: [
      {
        message: 'A source cannot be reached just now.',
        path: ['products'],
        extensions: { code: 'COUNTRY_UNAVAILABLE', country: null, retryable: true, requestId: 'r' },
      },
    ],
  });
});

test('a misspelled enum value in a variable is refused without the right one', async () => {
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3")\n';
  const sdl = `${link} enum Color { GREEN } input Paint { color: Color } type Query { paint(with: Paint): Int }`;
  const { supergraphSdl } = composeServices([{ name: 'colors', url: 'http://127.0.0.1:1/', typeDefs: parse(sdl) }]);
  const { ask } = await openGateway(supergraphSdl ?? '');
  const { body, text } = await ask('query ($p: Paint) { paint(with: $p) }', { p: { color: 'GREE' } });
  expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  expect(text).not.toContain('GREEN');
});
