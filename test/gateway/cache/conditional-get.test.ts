import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openRevisedFederation, warm } from './revised-federation.ts';

const SEARCH = `?query=${encodeURIComponent('{ russia { name } }')}`;
const preflight = { 'apollo-require-preflight': '1' };

async function openGet(env: NodeJS.ProcessEnv = {}) {
  const federation = await openRevisedFederation(env);
  const get = async (headers: Record<string, string> = {}) => {
    const response = await fetch(`${federation.url}${SEARCH}`, { headers: { ...preflight, ...headers } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { ...federation, get };
}

test('a GET that has the bytes already is told so, whether they were kept or made anew', async () => {
  const { get, russia } = await openGet();
  const first = await get();
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  await warm(() => get());
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await get({ 'if-none-match': known });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
  }
  Object.assign(russia, { header: 'RU=2', revision: { RU: '2' } });
  const { asked } = russia;
  const anew = await get({ 'if-none-match': etag });
  // The old bytes are given once more at most until the poll; then they are made anew, and are the same.
  while (russia.asked === asked) await get();
  expect([anew.status, (await get({ 'if-none-match': etag })).status]).toEqual([304, 304]);
});

test('a GET with the tag of older bytes gets the new ones', async () => {
  const { get, russia } = await openGet();
  const etag = (await get()).headers.get('etag') ?? '';
  Object.assign(russia, { name: 'changed', header: 'RU=2', revision: { RU: '2' } });
  await wait(200);
  const again = await get({ 'if-none-match': etag });
  expect([again.status, JSON.parse(again.text)]).toEqual([200, { data: { russia: { name: 'changed' } } }]);
});

test('caches in front ask each time, or as rarely as the setting says; what is not kept they do not keep either', async () => {
  const { get, russia } = await openGet();
  expect((await get()).headers.get('cache-control')).toBe('public, no-cache');
  expect((await get()).headers.get('vary')).toBe('accept');
  Object.assign(russia, { header: null, revision: null });
  while ((await get()).headers.get('cache-status') === 'birge; hit');
  expect((await get()).headers.get('cache-control')).toBe('no-store');
  const longer = await openGet({ CACHE_MAX_AGE_SECONDS: '30' });
  expect((await longer.get()).headers.get('cache-control')).toBe('public, max-age=30');
});

test('a POST is kept by nobody else', async () => {
  const { ask } = await openGet();
  await warm(() => ask('{ russia { name } }'));
  expect((await ask('{ russia { name } }')).headers.get('cache-control')).toBe('no-store');
});

test('a GET that another site could forge is refused also when its answer is kept', async () => {
  const { get, url } = await openGet();
  await warm(() => get());
  expect((await fetch(`${url}${SEARCH}`)).status).toBe(400);
});
