import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { clientKey } from '../../../gateway/limits/rate/client-key.ts';
import { openLimitedGateway, refusalOf } from './limited-gateway.ts';

const query = { query: '{ tree { leaf } }' };
const none = new Set<string>();
const from = (address: string) => ({ 'x-forwarded-for': address });

test('the request after the last one of a minute is 429 with the time to wait, in the one form, and nobody is asked', async () => {
  const { ask, asked } = await openLimitedGateway({ RATE_LIMIT_PER_MINUTE: '2' });
  expect((await ask(query)).status).toBe(200);
  expect((await ask(query)).status).toBe(200);
  const refused = await ask(query);
  expect([refused.status, refusalOf(refused).code, refused.body.errors?.[0]?.extensions['retryable']]).toEqual([429, 'RATE_LIMITED', true]);
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(refused.headers.get('access-control-expose-headers')).toContain('retry-after');
  expect(asked()).toBe(2);
});

test('points of cost are counted over the requests of a minute', async () => {
  const { ask, asked } = await openLimitedGateway({ COST_LIMIT_PER_MINUTE: '100' });
  const dear = { query: '{ dear }' };
  expect((await ask(dear)).body).toEqual({ data: { dear: 1 } });
  const refused = await ask(dear);
  expect([refused.status, refusalOf(refused).code]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(asked()).toBe(1);
});

test('what is no question is not counted: health and the IDE', async () => {
  const { url, ask } = await openLimitedGateway({ RATE_LIMIT_PER_MINUTE: '1' });
  for (const path of ['/health/ready', '/health/live', '/graphiql', '/health/ready']) {
    expect((await fetch(new URL(path, url))).status).toBe(200);
  }
  expect((await ask(query)).status).toBe(200);
});

test('X-Forwarded-For is believed only as far as proxies are trusted', async () => {
  const untrusting = await openLimitedGateway({ RATE_LIMIT_PER_MINUTE: '1' });
  expect((await untrusting.ask(query, from('203.0.113.1'))).status).toBe(200);
  expect((await untrusting.ask(query, from('203.0.113.2'))).status).toBe(429);
  const behindOne = await openLimitedGateway({ RATE_LIMIT_PER_MINUTE: '1', TRUST_PROXY: '1' });
  expect((await behindOne.ask(query, from('203.0.113.1'))).status).toBe(200);
  expect((await behindOne.ask(query, from('203.0.113.2'))).status).toBe(200);
  // The client may write what it likes before the address that the proxy adds.
  expect((await behindOne.ask(query, from('198.51.100.7, 203.0.113.2'))).status).toBe(429);
});

test('the holder of a known key is counted apart, one of a made-up key is not', async () => {
  const apiKeys = createHash('sha256').update('a-known-key').digest('hex');
  const { ask } = await openLimitedGateway({ RATE_LIMIT_PER_MINUTE: '1', API_KEYS: apiKeys });
  expect((await ask(query)).status).toBe(200);
  expect((await ask(query, { 'x-api-key': 'a-known-key' })).status).toBe(200);
  expect((await ask(query, { 'x-api-key': 'made-up' })).status).toBe(429);
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::9', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7', '192.0.2.7'],
])('%s is counted as %s', (address, network) => expect(clientKey(address, {}, none)).toBe(network));
