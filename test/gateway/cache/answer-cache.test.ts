import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openRevisedFederation, warm } from './revised-federation.ts';

const DOORS = '{ kazakhstan { name } russia { name } }';

test('a repeated question is answered without a subgraph, with the same bytes', async () => {
  const { ask, kazakhstan, russia } = await openRevisedFederation();
  const first = await ask(DOORS);
  await warm(() => ask(DOORS));
  const asked = [kazakhstan.asked, russia.asked];
  const again = await ask(DOORS);
  expect(again.headers.get('cache-status')).toBe('birge; hit');
  expect(again.text).toBe(first.text);
  expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
  expect([kazakhstan.asked, russia.asked]).toEqual(asked);
});

test('other variables, another operation name and another media type are another question', async () => {
  const { ask, kazakhstan } = await openRevisedFederation();
  const query = 'query A($l: Language) { kazakhstan { name(language: $l) } }';
  await warm(() => ask(query, { l: 'RU' }));
  const { asked } = kazakhstan;
  await ask(query, { l: 'KK' });
  await ask(query, { l: 'RU' }, { accept: 'application/graphql-response+json' });
  expect(kazakhstan.asked).toBe(asked + 2);
});

test('a change is seen by a question that is asked one poll later, and the other country keeps its answers', async () => {
  const { ask, kazakhstan, russia } = await openRevisedFederation();
  const [kazakh, russian] = ['{ kazakhstan { name } }', '{ russia { name } }'];
  await warm(() => ask(kazakh));
  await warm(() => ask(russian));
  Object.assign(kazakhstan, { name: 'changed', header: 'KZ=2', revision: { KZ: '2' } });
  await wait(200);
  const { asked } = russia;
  expect((await ask(kazakh)).body.data).toEqual({ kazakhstan: { name: 'changed' } });
  expect((await ask(russian)).headers.get('cache-status')).toBe('birge; hit');
  expect(russia.asked).toBe(asked);
});

test('a revision that comes with another answer ends the kept ones at once', async () => {
  const { ask, kazakhstan } = await openRevisedFederation({ REVISION_POLL_MS: '20000' });
  await warm(() => ask('{ kazakhstan { name } }'));
  Object.assign(kazakhstan, { name: 'changed', header: 'KZ=2', revision: { KZ: '2' } });
  await ask('{ kazakhstan { code } }');
  expect((await ask('{ kazakhstan { name } }')).body.data).toEqual({ kazakhstan: { name: 'changed' } });
});

test('an answer made before a change is not given again after it, however late it arrives', async () => {
  const { ask, kazakhstan } = await openRevisedFederation();
  await warm(() => ask('{ kazakhstan { code } }'));
  const { promise, resolve: release } = Promise.withResolvers<void>();
  kazakhstan.beforeAnswer = () => promise;
  const old = ask('{ kazakhstan { name } }');
  while (kazakhstan.asked < 2) await wait(5);
  Object.assign(kazakhstan, { name: 'changed', header: 'KZ=2', revision: { KZ: '2' }, beforeAnswer: async () => undefined });
  await wait(300);
  release();
  expect((await old).body.data).toEqual({ kazakhstan: { name: 'Қазақстан' } });
  expect((await ask('{ kazakhstan { name } }')).body.data).toEqual({ kazakhstan: { name: 'changed' } });
});

test.each([
  ['that tells no revision', { header: null }],
  ['that speaks of the data of another country', { header: 'KZ=1, RU=1' }],
  ['whose header is broken', { header: 'KZ=1; RU=1' }],
  ['that does not tell its revision when asked', { revision: null }],
  ['that tells another revision than its answers', { revision: { KZ: '7' } }],
  ['that answers with an error', { errors: [{ message: 'no', path: ['kazakhstan'], extensions: { code: 'X' } }] }],
])('an answer of a country %s is made anew each time', async (_what, change) => {
  const { ask, kazakhstan } = await openRevisedFederation();
  Object.assign(kazakhstan, change);
  for (let time = 1; time <= 5; time += 1) {
    expect((await ask(DOORS)).headers.get('cache-status')).not.toBe('birge; hit');
    expect(kazakhstan.asked).toBe(time);
    await wait(120);
  }
});

test('a country that stops confirming its revision ends its kept answers within a poll', async () => {
  const { ask, kazakhstan } = await openRevisedFederation();
  await warm(() => ask('{ kazakhstan { name } }'));
  kazakhstan.revision = null;
  await wait(220);
  expect((await ask('{ kazakhstan { name } }')).headers.get('cache-status')).not.toBe('birge; hit');
});

test('an answer of the hub holds as long as its own data and those of the country that it used', async () => {
  const { ask, hub, kazakhstan } = await openRevisedFederation();
  await warm(() => ask('{ seats }'));
  Object.assign(kazakhstan, { revision: { KZ: '2' } });
  Object.assign(hub, { name: '4', header: 'HUB=1, KZ=2' });
  await wait(200);
  expect((await ask('{ seats }')).body.data).toEqual({ seats: 4 });
  await warm(() => ask('{ seats }'));
  Object.assign(hub, { name: '5', header: 'HUB=2, KZ=2', revision: { HUB: '2' } });
  await wait(200);
  expect((await ask('{ seats }')).body.data).toEqual({ seats: 5 });
});

test.each([
  ['names a principal', { authorization: 'Bearer x' }],
  ['brings a cookie', { cookie: 'a=b' }],
])('a request that %s is never answered from what is kept', async (_what, headers) => {
  const { ask, russia } = await openRevisedFederation();
  await warm(() => ask('{ russia { name } }'));
  const { asked } = russia;
  expect((await ask('{ russia { name } }', {}, headers)).headers.get('cache-status')).toBeNull();
  expect(russia.asked).toBe(asked + 1);
});

test('what a principal was answered is given to nobody else', async () => {
  const { ask, russia } = await openRevisedFederation();
  await warm(() => ask('{ russia { code } }'));
  await ask('{ russia { name } }', {}, { authorization: 'Bearer x' });
  const { asked } = russia;
  expect((await ask('{ russia { name } }')).headers.get('cache-status')).toBe('birge; fwd=miss; stored');
  expect(russia.asked).toBe(asked + 1);
});

test('with another supergraph nothing of before is given again', async () => {
  const { ask, russia, supergraph, writeSupergraph, reload } = await openRevisedFederation();
  await warm(() => ask('{ russia { name } }'));
  await writeSupergraph(`${supergraph}\n# changed\n`);
  await reload();
  const { asked } = russia;
  expect((await ask('{ russia { name } }')).headers.get('cache-status')).toBe('birge; fwd=miss; stored');
  expect(russia.asked).toBe(asked + 1);
});

test('a question about the schema alone needs no country and no revision', async () => {
  const { ask } = await openRevisedFederation();
  await ask('{ __schema { queryType { name } } }');
  expect((await ask('{ __schema { queryType { name } } }')).headers.get('cache-status')).toBe('birge; hit');
});

test('a refused question is refused anew', async () => {
  const { ask } = await openRevisedFederation();
  for (let time = 0; time < 2; time += 1) {
    const { body, headers } = await ask('{ nothing }');
    expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(headers.get('cache-status')).toBeNull();
  }
});

test('without a cache nothing is kept and nobody is polled', async () => {
  const { ask, russia } = await openRevisedFederation({ CACHE: 'off' });
  for (let time = 0; time < 3; time += 1) await ask('{ russia { name } }');
  await wait(300);
  expect([russia.asked, russia.polled]).toEqual([3, 0]);
});

test('subgraphs are polled from the first kept answer on, and only those that it rests on', async () => {
  const { ask, russia, kazakhstan } = await openRevisedFederation();
  await wait(300);
  expect(russia.polled).toBe(0);
  await warm(() => ask('{ russia { name } }'));
  await wait(300);
  expect(russia.polled).toBeGreaterThan(1);
  expect(kazakhstan.polled).toBe(0);
});

test('the answers that are kept take no more room than they may', async () => {
  const { ask, russia } = await openRevisedFederation({ CACHE_BYTES: '40000' });
  await warm(() => ask('{ russia { name } }'));
  for (let time = 0; time < 80; time += 1) await ask(`{ russia { name } } # ${time}`);
  const { asked } = russia;
  expect((await ask('{ russia { name } }')).headers.get('cache-status')).toBe('birge; fwd=miss; stored');
  expect(russia.asked).toBe(asked + 1);
});
