import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { compileDocument } from '../../gateway/documents/compile-document.ts';
import { readMetrics } from '../harness/read-metrics.ts';
import { openRevisedFederation, warm } from './cache/revised-federation.ts';
import {
  closeAfterTest,
  composeSmallSupergraph,
  countries,
  openCountry,
  openGateway,
  openHub,
  openSmallFederation,
} from './small-federation.ts';

const NOBODY = 'http://127.0.0.1:9/graphql';
const REQUESTS = 'birge_request_duration_seconds_count';
const CALLS = 'birge_call_duration_seconds_count';
const STORED = 'query Doors { russia { name } kazakhstan { name } }';

async function storeDocuments(): Promise<{ OPERATIONS: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'birge-stored-'));
  closeAfterTest(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'doors.graphql'), STORED);
  return { OPERATIONS: folder };
}

test('a stored document counts under its name, whatever else is asked counts as other', async () => {
  const { url, ask } = await openSmallFederation({ ...(await storeDocuments()), CACHE: 'off' });
  await ask(STORED);
  await ask('query Doors { russia { name } }');
  await ask('query MadeUp { seats }');
  await ask('{ nowhere }');
  const metrics = await readMetrics(url);
  expect([metrics.of(REQUESTS), metrics.of(REQUESTS, { operation: 'Doors' }), metrics.of(REQUESTS, { operation: 'other' })]).toEqual([
    4, 1, 3,
  ]);
  expect(metrics.of('birge_refusals_total', { code: 'GRAPHQL_VALIDATION_FAILED' })).toBe(1);
  expect(metrics.text).not.toMatch(/MadeUp|nowhere|127\.0\.0\.1/);
});

test('a stored document counts under its name when it is asked by its id, also when it is refused', async () => {
  const { url, ask } = await openSmallFederation({ ...(await storeDocuments()), COST_LIMIT_PER_MINUTE: '1', CACHE: 'off' });
  const { id } = compileDocument(STORED) as { readonly id: string };
  const headers = { 'content-type': 'application/json' };
  await fetch(url, { method: 'POST', headers, body: JSON.stringify({ documentId: id }) });
  await ask(STORED);
  const metrics = await readMetrics(url);
  expect([metrics.of(REQUESTS, { operation: 'Doors' }), metrics.of('birge_refusals_total', { code: 'RATE_LIMITED' })]).toEqual([2, 2]);
  expect(metrics.of('birge_request_failures_total')).toBe(null);
});

test('each subgraph counts its calls, with its country', async () => {
  const { url, ask } = await openSmallFederation();
  await ask('{ russia { name } seats }');
  await ask('{ russia { name } }');
  const metrics = await readMetrics(url);
  expect(metrics.of(CALLS, { subgraph: 'russia', country: 'RU' })).toBe(2);
  expect(metrics.of(CALLS, { subgraph: 'hub', country: '' })).toBe(1);
  expect(metrics.of(CALLS, { subgraph: 'kazakhstan' })).toBe(0);
  expect(metrics.of('birge_calls_under_way')).toBe(0);
  expect(metrics.of('birge_calls_waiting')).toBe(0);
});

test('a stopped country moves failures, repetitions, its breaker and the calls that are not made, and nobody else’s', async () => {
  const urls: Record<string, string> = { hub: await openHub(), kazakhstan: NOBODY };
  for (const country of countries.slice(1)) urls[country.subgraph] = await openCountry(country);
  const { url, ask } = await openGateway(composeSmallSupergraph(), urls, { BREAKER_OPEN_MS: '60000' });
  const before = await readMetrics(url);
  const kazakhstan = { subgraph: 'kazakhstan', country: 'KZ' };
  expect(before.of('birge_breaker_state', { ...kazakhstan, state: 'closed' })).toBe(1);
  for (let asked = 0; asked < 8; asked += 1) await ask('{ kazakhstan { name } russia { name } }');
  const metrics = await readMetrics(url);
  expect(metrics.of('birge_call_failures_total', { ...kazakhstan, code: 'COUNTRY_UNAVAILABLE' })).toBe(8);
  expect(metrics.of('birge_call_retries_total', kazakhstan)).toBeGreaterThan(0);
  expect(['closed', 'open', 'probing'].map((state) => metrics.of('birge_breaker_state', { ...kazakhstan, state }))).toEqual([0, 1, 0]);
  expect(metrics.of('birge_breaker_openings_total', kazakhstan)).toBe(1);
  const notMade = metrics.of('birge_calls_not_made_total', { ...kazakhstan, reason: 'open' }) ?? 0;
  expect(notMade).toBeGreaterThan(0);
  expect(metrics.of(CALLS, kazakhstan)).toBe(8 - notMade);
  expect(metrics.of('birge_request_failures_total', { operation: 'other', code: 'COUNTRY_UNAVAILABLE' })).toBe(8);
  const russia = { subgraph: 'russia' };
  expect([metrics.of('birge_call_failures_total', russia), metrics.of('birge_breaker_openings_total', russia)]).toEqual([null, 0]);
});

test('a country that asks to be left alone is not called, for that reason', async () => {
  const server = createServer((_, response) => response.writeHead(429, { 'retry-after': '60' }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeAfterTest(async () => {
    server.closeAllConnections();
    server.close();
  });
  const kazakhstan = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const { url, ask } = await openGateway(composeSmallSupergraph(), { kazakhstan });
  for (let asked = 0; asked < 3; asked += 1) await ask('{ kazakhstan { name } }');
  expect((await readMetrics(url)).of('birge_calls_not_made_total', { subgraph: 'kazakhstan', reason: 'left_alone' })).toBe(2);
});

test('a country that hangs fills its places and its line, and what is beyond is busy', async () => {
  const hanging = createServer(() => undefined);
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
  closeAfterTest(async () => {
    hanging.closeAllConnections();
    hanging.close();
  });
  const kazakhstan = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/graphql`;
  const env = { CACHE: 'off', COUNTRY_TIMEOUT_MS: '60000', REQUEST_TIMEOUT_MS: '60000' };
  const { url, ask } = await openGateway(composeSmallSupergraph(), { kazakhstan }, env);
  const asked = Array.from({ length: 130 }, () => ask('{ kazakhstan { name } }'));
  const now = async () => {
    const metrics = await readMetrics(url);
    const busy = metrics.of('birge_calls_not_made_total', { subgraph: 'kazakhstan', reason: 'busy' });
    return [metrics.of('birge_calls_under_way'), metrics.of('birge_calls_waiting'), busy];
  };
  for (let looks = 0; (await now())[2] !== 2; looks += 1) expect(looks).toBeLessThan(1_000);
  expect(await now()).toEqual([64, 64, 2]);
  hanging.closeAllConnections();
  hanging.close();
  hanging.removeAllListeners('request').on('request', (request) => request.socket.destroy());
  await Promise.all(asked);
  expect((await now()).slice(0, 2)).toEqual([0, 0]);
});

test('a breaker whose pause is over is probing until a call has tried', async () => {
  const { url, ask } = await openGateway(composeSmallSupergraph(), { kazakhstan: NOBODY }, { BREAKER_OPEN_MS: '1' });
  const probing = async () => (await readMetrics(url)).of('birge_breaker_state', { subgraph: 'kazakhstan', state: 'probing' });
  expect(await probing()).toBe(0);
  for (let asked = 0; asked < 6; asked += 1) await ask('{ kazakhstan { name } }');
  for (let looks = 0; (await probing()) === 0; looks += 1) expect(looks).toBeLessThan(1_000);
});

test('the cache counts what it gave again, what it kept, what it had not and what it may not keep', async () => {
  const { url, ask } = await openRevisedFederation();
  const query = '{ russia { name } }';
  await warm(() => ask(query));
  await ask(query, {}, { authorization: 'somebody' });
  const metrics = await readMetrics(url);
  const lookups = (result: string) => metrics.of('birge_cache_lookups_total', { result }) ?? 0;
  expect([lookups('hit'), lookups('left'), lookups('shared_hit')]).toEqual([1, 1, 0]);
  expect(lookups('miss')).toBeGreaterThan(0);
  expect(metrics.of('birge_cache_stored_total')).toBeGreaterThan(0);
  expect(metrics.of('birge_cache_entries')).toBe(1);
  expect(metrics.of('birge_cache_bytes')).toBeGreaterThan(0);
});

test('an answer that is given again counts under the operation that it answers', async () => {
  const { url, ask } = await openRevisedFederation(await storeDocuments());
  await warm(() => ask(STORED));
  const metrics = await readMetrics(url);
  expect(metrics.of(REQUESTS, { operation: 'Doors' })).toBe(metrics.of(REQUESTS));
});

test('a question that shares the call of the same question counts as joined', async () => {
  const { url, ask, russia } = await openRevisedFederation();
  const both = Promise.withResolvers<void>();
  russia.beforeAnswer = () => both.promise;
  const asked = [ask('{ russia { name } }'), ask('{ russia { name } }')];
  for (let looks = 0; ((await readMetrics(url)).of('birge_requests_under_way') ?? 0) < 2; looks += 1) expect(looks).toBeLessThan(600);
  both.resolve();
  await Promise.all(asked);
  const metrics = await readMetrics(url);
  expect([metrics.of('birge_calls_joined_total', { subgraph: 'russia' }), metrics.of(CALLS, { subgraph: 'russia' })]).toEqual([1, 1]);
});

test('a new operation is planned once, a stored one before it is asked', async () => {
  const { url, ask } = await openSmallFederation({ ...(await storeDocuments()), CACHE: 'off' });
  for (let asked = 0; asked < 3; asked += 1) await ask('{ seats }');
  await ask(STORED);
  const metrics = await readMetrics(url);
  const lookups = (result: string) => metrics.of('birge_plan_lookups_total', { result });
  expect([lookups('miss'), lookups('hit'), metrics.of('birge_plans')]).toEqual([1, 3, 2]);
});

const hashOf = (page: string) => /^birge_supergraph_info\{hash="([0-9a-f]{12})"\} 1$/m.exec(page)?.[1];

test('the served supergraph is told by its hash, and reloads count as served or refused', async () => {
  const supergraph = composeSmallSupergraph();
  const { url, writeSupergraph, reload } = await openGateway(supergraph, {}, { SUPERGRAPH_POLL_MS: '0', OPERATIONS: 'none' });
  const first = await readMetrics(url);
  await writeSupergraph('type Query {');
  await reload();
  const refused = await readMetrics(url);
  expect([hashOf(refused.text), refused.of('birge_supergraph_reloads_total', { result: 'refused' })]).toEqual([hashOf(first.text), 1]);
  expect([first, refused].map((metrics) => metrics.of('birge_supergraph_change_refused'))).toEqual([0, 1]);
  expect(refused.of('birge_supergraph_age_seconds')).toBeGreaterThan(first.of('birge_supergraph_age_seconds') ?? 0);
  await writeSupergraph(supergraph.replace(/^ *seats: Int!.*\n/m, ''));
  await reload();
  const served = await readMetrics(url);
  expect(served.of('birge_supergraph_reloads_total', { result: 'served' })).toBe(1);
  expect(served.of('birge_supergraph_change_refused')).toBe(0);
  expect(hashOf(served.text)).not.toBe(hashOf(first.text));
  expect(served.of('birge_supergraph_age_seconds')).toBeLessThan(refused.of('birge_supergraph_age_seconds') ?? 0);
});

test('a subgraph that left the supergraph is told of no more', async () => {
  const { url, writeSupergraph, reload } = await openGateway(composeSmallSupergraph(), {}, { SUPERGRAPH_POLL_MS: '0', OPERATIONS: 'none' });
  const states = async () => {
    const metrics = await readMetrics(url);
    return countries.map(({ subgraph }) => metrics.of('birge_breaker_state', { subgraph }));
  };
  expect(await states()).toEqual([1, 1, 1]);
  await writeSupergraph(composeSmallSupergraph(countries.slice(1)));
  await reload();
  expect(await states()).toEqual([null, 1, 1]);
});

test('a client over its rate counts as refused', async () => {
  const { url, ask } = await openSmallFederation({ RATE_LIMIT_PER_MINUTE: '1' });
  for (let asked = 0; asked < 3; asked += 1) await ask('{ seats }');
  const metrics = await readMetrics(url);
  expect([metrics.of('birge_refusals_total', { code: 'RATE_LIMITED' }), metrics.of('birge_http_answers_total', { status: '429' })]).toEqual(
    [2, 2],
  );
});
