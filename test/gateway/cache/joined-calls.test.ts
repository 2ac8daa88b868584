import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openRevisedFederation, type RevisedSubgraph } from './revised-federation.ts';

const QUERY = '{ russia { name } }';

/** Holds a subgraph's answers back until the gate is opened. */
function closeGate(subgraph: RevisedSubgraph): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  subgraph.beforeAnswer = () => promise;
  return resolve;
}

async function until(holds: () => boolean): Promise<void> {
  for (let left = 2_000; left > 0 && !holds(); left -= 1) await wait(5);
  expect(holds()).toBe(true);
}

test('identical questions under way are one call, and each gets an answer of its own', async () => {
  const { ask, russia } = await openRevisedFederation({ REVISION_POLL_MS: '20000' });
  const open = closeGate(russia);
  const first = ask(QUERY);
  await until(() => russia.asked === 1);
  const others = [ask(QUERY), ask(`${QUERY} # another layout`), ask('{ russia { name } again: russia { name } }')];
  await wait(200);
  open();
  expect((await first).body).toEqual({ data: { russia: { name: 'Россия' } } });
  const [same, laidOut, twice] = await Promise.all(others);
  expect(same?.body).toEqual({ data: { russia: { name: 'Россия' } } });
  expect(laidOut?.body).toEqual({ data: { russia: { name: 'Россия' } } });
  expect(twice?.body.data).not.toBeNull();
  // The one with two fields is another question.
  expect(russia.asked).toBe(2);
});

test('nobody joins a call that began longer ago than an answer may be old', async () => {
  const { ask, russia } = await openRevisedFederation({ REVISION_POLL_MS: '100' });
  const open = closeGate(russia);
  const first = ask(QUERY);
  await until(() => russia.asked === 1);
  await wait(150);
  const second = ask(QUERY);
  await until(() => russia.asked === 2);
  open();
  expect([(await first).status, (await second).status]).toEqual([200, 200]);
});

test('whoever joined a client that left still gets the answer', async () => {
  const { ask, url, russia } = await openRevisedFederation({ REVISION_POLL_MS: '20000' });
  const open = closeGate(russia);
  const leaving = new AbortController();
  const body = JSON.stringify({ query: QUERY, variables: {} });
  const left = fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: leaving.signal });
  left.catch(() => undefined);
  await until(() => russia.asked === 1);
  const staying = ask(QUERY);
  await wait(100);
  leaving.abort();
  await until(() => russia.asked === 2);
  open();
  expect((await staying).body).toEqual({ data: { russia: { name: 'Россия' } } });
  await expect(left).rejects.toThrow();
});

test('nobody joins a client in a hurry', async () => {
  const { ask, russia } = await openRevisedFederation({ REVISION_POLL_MS: '1000' });
  const open = closeGate(russia);
  const hurried = ask(QUERY, {}, { 'birge-time-left-ms': '300' });
  await until(() => russia.asked === 1);
  const patient = ask(QUERY);
  expect((await hurried).body.errors?.[0]?.extensions['code']).toBe('COUNTRY_TIMEOUT');
  open();
  expect((await patient).body).toEqual({ data: { russia: { name: 'Россия' } } });
  expect(russia.asked).toBe(2);
});

test('without a cache every question is a call', async () => {
  const { ask, russia } = await openRevisedFederation({ CACHE: 'off' });
  const open = closeGate(russia);
  const both = [ask(QUERY), ask(QUERY)];
  await until(() => russia.asked === 2);
  open();
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
});
