import { pino } from 'pino';
import { expect, test } from '@jest/globals';
import { ask } from '../harness/ask.ts';
import { openCollector } from '../harness/otlp-collector.ts';
import { startFederation } from '../harness/start-federation.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';
const SAMPLED = { traceparent: `00-${TRACE}-${PARENT}-01` };
const LIST = 'query MadeUpByAClient($first: Int) { statements(first: $first) { nodes { id } coverage { answered } } russia { code } }';
const [SERVER, CLIENT] = [2, 3];

test('one trace runs from the client through gateway and hub to the countries, each call under a parent of its own', async () => {
  const { endpoint, spans, paths } = await openCollector();
  const federation = await startFederation({ otlpEndpoint: endpoint });
  await ask(federation.url, LIST, { first: 4_321 - 4_320 }, SAMPLED);
  await federation.stopAll();
  expect([...paths]).toEqual(['/v1/traces']);
  const ours = spans.filter(({ traceId }) => traceId === TRACE);
  const childrenOf = (parent: string) => ours.filter(({ parentSpanId }) => parentSpanId === parent);
  const [request, ...others] = childrenOf(PARENT);
  expect([request?.service, request?.name, request?.kind, others]).toEqual(['birge-gateway', 'request', SERVER, []]);
  const ofGateway = childrenOf(request?.spanId ?? '');
  expect(ofGateway.map(({ name }) => name).toSorted()).toEqual(['call hub', 'call russia', 'plan']);
  const called = (service: string, name: string) => {
    const call = ours.find((span) => span.service === service && span.name === name);
    expect(call?.kind).toBe(CLIENT);
    return childrenOf(call?.spanId ?? '').map((span) => [span.service, span.name, span.kind]);
  };
  expect(called('birge-gateway', 'call russia')).toEqual([['birge-russia', 'request', SERVER]]);
  expect(called('birge-gateway', 'call hub')).toEqual([['birge-hub', 'request', SERVER]]);
  for (const country of ['russia', 'kazakhstan', 'uzbekistan'])
    expect(called('birge-hub', `call ${country}`)).toEqual([[`birge-${country}`, 'request', SERVER]]);
  for (const { begunNs, endedNs } of ours) expect(endedNs).toBeGreaterThanOrEqual(begunNs);
  expect(new Set(ours.map(({ spanId }) => spanId)).size).toBe(ours.length);
});

test('a span tells subgraph, country and code, and nothing that a client wrote or asked', async () => {
  const { endpoint, spans } = await openCollector();
  const federation = await startFederation({ otlpEndpoint: endpoint, stopped: ['kazakhstan'] });
  await ask(
    federation.url,
    'query MadeUpByAClient { kazakhstan { name(language: EN) } }',
    {},
    { ...SAMPLED, 'x-request-id': 'ivan.petrov' },
  );
  await federation.stopAll();
  const call = spans.find(({ traceId, name }) => traceId === TRACE && name === 'call kazakhstan');
  expect(call?.attributes).toEqual({ 'birge.subgraph': 'kazakhstan', 'birge.country': 'KZ', 'error.type': 'COUNTRY_UNAVAILABLE' });
  expect(call?.status).toBe(2);
  const request = spans.find(({ name, service, traceId }) => name === 'request' && service === 'birge-gateway' && traceId === TRACE);
  expect(request?.attributes).toEqual({ 'birge.cache.hit': false, 'error.type': 'COUNTRY_UNAVAILABLE' });
  const text = JSON.stringify(spans, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  expect(text).not.toMatch(/MadeUp|language|ivan|127\.0\.0\.1/);
});

test('what the caller does not sample is passed on and not told', async () => {
  const { endpoint, spans } = await openCollector();
  const federation = await startFederation({ otlpEndpoint: endpoint });
  await ask(federation.url, '{ russia { code } }', {}, { traceparent: `00-${TRACE}-${PARENT}-00` });
  await federation.stopAll();
  expect(spans.filter(({ traceId }) => traceId === TRACE)).toEqual([]);
});

test('a collector that refuses, or is away, changes no answer and is named in the log once', async () => {
  const { endpoint } = await openCollector(400);
  for (const address of [endpoint, 'http://127.0.0.1:9']) {
    const lines: { msg: string; process?: string }[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const federation = await startFederation({ otlpEndpoint: address, log });
    expect((await federation.ask('{ russia { code } }')).data).toEqual({ russia: { code: 'RU' } });
    await federation.stopAll();
    const said = lines.filter(({ msg, process }) => msg === 'spans cannot be sent; they are lost' && process === 'gateway');
    expect(said).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain(address);
  }
});

test('the trace stands beside the request id in every line about a request', async () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const federation = await startFederation({ stopped: ['kazakhstan'], log });
  await ask(
    federation.url,
    `{ kazakhstan { code } ${LIST.slice(LIST.indexOf('{ statements') + 2).replace('first: $first', 'first: 1')}`,
    {},
    {
      ...SAMPLED,
      'x-request-id': 'asked-1',
    },
  );
  await federation.stopAll();
  const ours = lines.filter(({ requestId }) => requestId === 'asked-1');
  expect(new Set(ours.map(({ msg }) => msg))).toEqual(new Set(['a subgraph failed', 'a country gave no usable answer', 'answered']));
  expect(new Set(ours.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
});
