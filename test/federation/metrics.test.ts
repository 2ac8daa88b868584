import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { LAST_KNOWN_SIZE } from '../../subgraphs/hub/last-known/last-known-copies.ts';
import { composeSmallSupergraph, openGateway } from '../gateway/small-federation.ts';
import { type Metrics, readMetrics } from '../harness/read-metrics.ts';
import { startFederation } from '../harness/start-federation.ts';

const LIST = '{ statements(first: 3) { nodes { id } coverage { answered stale { country } } } }';
const CONTRADICTIONS = '{ contradictions(first: 1) { nodes { id } coverage { answered } } }';
const KZ = { subgraph: 'kazakhstan', country: 'KZ' };

/** Reads a process's metrics until they are as they should be in the end. */
async function readUntil(url: string, isSo: (metrics: Metrics) => boolean): Promise<Metrics> {
  for (let looks = 0; looks < 600; looks += 1) {
    const metrics = await readMetrics(url);
    if (isSo(metrics)) return metrics;
    await wait(50);
  }
  throw new Error('the metrics never said so');
}

test('a stopped country moves the hub’s failures, its breaker and what stands in, and nobody else’s', async () => {
  const federation = await startFederation({ breakerOpenMs: 60_000, lastKnownSize: LAST_KNOWN_SIZE, now: () => new Date() });
  const hub = federation.urls.get('hub') ?? '';
  await federation.ask('{ networkStatus { code } }');
  await federation.ask(LIST);
  await federation.ask(CONTRADICTIONS);
  const before = await readUntil(hub, (metrics) => metrics.of('birge_network_up') === 3);
  expect(before.of('birge_call_duration_seconds_count', KZ)).toBeGreaterThan(0);
  expect([before.of('birge_call_failures_total'), before.of('birge_last_known_served_total')]).toEqual([null, null]);
  expect(before.of('birge_breaker_state', { ...KZ, state: 'closed' })).toBe(1);
  expect(before.of('birge_knowledge_age_seconds', { country: 'KZ' })).toBeGreaterThanOrEqual(0);
  expect(before.of('birge_network_last_published_timestamp_seconds', { country: 'KZ' })).toBeGreaterThan(1_500_000_000);

  await federation.stop('kazakhstan');
  for (let asked = 0; asked < 6; asked += 1) await federation.ask(LIST);
  await federation.ask(CONTRADICTIONS);
  const after = await readUntil(hub, (metrics) => metrics.of('birge_network_up', { country: 'KZ' }) === 0);
  expect(after.of('birge_call_failures_total', { ...KZ, code: 'COUNTRY_UNAVAILABLE' })).toBeGreaterThanOrEqual(7);
  expect(after.of('birge_call_retries_total', KZ)).toBeGreaterThan(0);
  expect(after.of('birge_breaker_state', { ...KZ, state: 'open' })).toBe(1);
  expect(after.of('birge_calls_not_made_total', { ...KZ, reason: 'open' })).toBeGreaterThan(0);
  expect(after.of('birge_last_known_served_total', { country: 'KZ', of: 'answer' })).toBe(6);
  expect(after.of('birge_last_known_served_total', { country: 'KZ', of: 'facts' })).toBe(1);
  expect([after.of('birge_call_failures_total', { country: 'RU' }), after.of('birge_network_up', { country: 'RU' })]).toEqual([null, 1]);
  expect(after.text).not.toMatch(/127\.0\.0\.1|sqlite|statements/);
});

test('docs/operate.md names every metric that gateway, hub and countries tell, and no other', async () => {
  const federation = await startFederation();
  const gateway = await openGateway(composeSmallSupergraph());
  const urls = [gateway.url, federation.urls.get('hub') ?? '', federation.urls.get('russia') ?? ''];
  const told = (await Promise.all(urls.map(readMetrics))).flatMap(({ names }) => names);
  const [, section = ''] = /^## Watching\n([^]*?)^## /m.exec(readFileSync('docs/operate.md', 'utf8')) ?? [];
  const table = [...section.matchAll(/^\|.*/gm)].join('\n');
  const documented = [...table.matchAll(/`(birge_\w+)`/g)].map(([, name = '']) => name);
  expect(documented.length).toBeGreaterThan(20);
  expect(new Set(documented)).toEqual(new Set(told.filter((name) => name.startsWith('birge_'))));
  const asked = [...section.matchAll(/\b(birge|nodejs|process)_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
  expect(asked.filter((name) => !name.endsWith('_') && !told.includes(name))).toEqual([]);
});

test('a country counts the requests that it answers, and tells of its imports that there are none', async () => {
  const federation = await startFederation();
  const url = federation.urls.get('russia') ?? '';
  await federation.ask('{ russia { code name } }');
  const metrics = await readMetrics(url);
  expect(metrics.of('birge_request_duration_seconds_count')).toBeGreaterThan(0);
  expect([metrics.of('birge_imports'), metrics.of('birge_data_changes_total')]).toEqual([null, 0]);
  expect(metrics.text).not.toContain('operation=');
});
