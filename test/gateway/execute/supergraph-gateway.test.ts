import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { AnswerBasis } from '../../../gateway/cache/answer-basis.ts';
import { RequestTrace } from '../../../http/tracing/request-trace.ts';
import { serveSupergraph } from '../../../gateway/execute/served-supergraph.ts';
import { SupergraphGateway } from '../../../gateway/execute/supergraph-gateway.ts';
import type { GatewayContext } from '../../../gateway/request-context.ts';
import { DEFAULT_HTTP_LIMITS } from '../../../http/limits.ts';
import { openGraphqlServer } from '../../../http/open-graphql-server.ts';
import { closeAfterTest, openGateway, openSmallFederation, quiet, type GatewayBody } from '../small-federation.ts';
import { compose } from './made-up-answers.ts';

const answerOf = async (response: Promise<Response>) => (await (await response).json()) as GatewayBody;
const post = (url: string, body: object) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** A supergraph of one field, whose subgraph answers when it is told to. */
function slowSupergraph(field: string) {
  const supergraph = compose({ only: `type Query { ${field}: String }` });
  const started = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const served = serveSupergraph(supergraph, parse(supergraph), () => async () => {
    started.resolve();
    await released.promise;
    return { data: { [field]: field }, errors: [] };
  });
  return { served, started: started.promise, release: released.resolve };
}

test('a request finishes on the supergraph that it was asked of, and the next one sees the new one', async () => {
  const [old, next] = [slowSupergraph('before'), slowSupergraph('after')];
  const gateway = new SupergraphGateway(old.served);
  const server = await openGraphqlServer<GatewayContext>({
    name: 'gateway',
    log: quiet,
    apollo: { gateway },
    context: ({ requestId, departure }) => ({
      requestId,
      deadlineMs: 0,
      departure,
      basis: new AnswerBasis(),
      trace: new RequestTrace(undefined, null),
      asked: { operation: null },
    }),
    isReady: () => true,
    limits: DEFAULT_HTTP_LIMITS,
  });
  closeAfterTest(() => server.close());
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const running = post(url, { query: '{ before }' });
  await old.started;
  gateway.replace(next.served);
  next.release();
  expect(await answerOf(post(url, { query: '{ after }' }))).toEqual({ data: { after: 'after' } });
  expect((await post(url, { query: '{ before }' })).status).toBe(200);
  expect((await answerOf(post(url, { query: '{ before }' }))).errors?.map(({ extensions }) => extensions['code'])).toEqual([
    'GRAPHQL_VALIDATION_FAILED',
  ]);
  old.release();
  expect(await answerOf(running)).toEqual({ data: { before: 'before' } });
});

test('an operation that is not there, and one of several that is not named, are refused by name', async () => {
  const { url } = await openSmallFederation();
  const query = 'query A { russia { code } } query B { kazakhstan { code } }';
  const codes = async (operationName?: string) =>
    (await answerOf(post(url, { query, operationName }))).errors?.map(({ extensions }) => extensions['code']);
  expect(await codes()).toEqual(['OPERATION_RESOLUTION_FAILURE']);
  expect(await codes('C')).toEqual(['OPERATION_RESOLUTION_FAILURE']);
  expect(await answerOf(post(url, { query, operationName: 'B' }))).toEqual({ data: { kazakhstan: { code: 'KZ' } } });
  expect(await answerOf(post(url, { query, operationName: 'A' }))).toEqual({ data: { russia: { code: 'RU' } } });
});

test('a subscription is refused in words, and so is a variable with the name that Federation needs', async () => {
  const supergraph = compose({ only: 'type Query { a(b: Int): Int } type Subscription { ticks: Int }' });
  const { ask } = await openGateway(supergraph);
  for (const [query, words] of [
    ['subscription { ticks }', /Subscriptions are not served here/],
    ['query ($representations: Int) { a(b: $representations) }', /The variable name representations is taken/],
  ] as const) {
    const { body } = await ask(query);
    expect(body.data).toBeUndefined();
    expect(body.errors?.map(({ message, extensions }) => [words.test(message), extensions['code']])).toEqual([
      [true, 'OPERATION_RESOLUTION_FAILURE'],
    ]);
  }
});

test('questions about the schema stand beside others, under the conditions of the request', async () => {
  const { ask } = await openSmallFederation();
  const query = `query ($on: Boolean!, $name: String!) { t: __type(name: $name) @include(if: $on) { name } russia { code } ...S }
    fragment S on Query { __schema @skip(if: $on) { queryType { name } } again: __typename }`;
  expect((await ask(query, { on: true, name: 'RussiaNetwork' })).body).toEqual({
    data: { t: { name: 'RussiaNetwork' }, russia: { code: 'RU' }, again: 'Query' },
  });
  expect((await ask(query, { on: false, name: 'RussiaNetwork' })).body).toEqual({
    data: { russia: { code: 'RU' }, __schema: { queryType: { name: 'Query' } }, again: 'Query' },
  });
});
