import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { readMetrics } from '../../harness/read-metrics.ts';
import { closeAfterTest } from '../small-federation.ts';
import { openRevisedFederation, warm } from './revised-federation.ts';

// Skipped only where there is no Redis, which a gateway needs as little; .ci/run installs one.
const hasRedis = existsSync('/usr/bin/redis-server');
const withRedis = hasRedis ? test : test.skip;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function startRedis(port: number) {
  const redis = spawn('/usr/bin/redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'pipe',
  });
  closeAfterTest(async () => void redis.kill('SIGKILL'));
  for await (const chunk of redis.stdout) if (String(chunk).includes('eady to accept connections')) break;
  return redis;
}

withRedis('an answer that one gateway made is given by another one, which asks for the revisions alone', async () => {
  const port = await freePort();
  await startRedis(port);
  const { ask, open, russia } = await openRevisedFederation({ CACHE_REDIS_URL: `redis://127.0.0.1:${port}` });
  await warm(() => ask('{ russia { name } }'));
  const other = await open();
  await wait(300);
  await ask('{ russia { name } } # both gateways see this one');
  const { asked } = russia;
  await warm(() => other.ask('{ russia { name } }'));
  // At most once: while the other gateway does not know the revision yet, it asks itself.
  expect(russia.asked - asked).toBeLessThanOrEqual(1);
  const before = russia.asked;
  const sharedHits = async () => (await readMetrics(other.url)).of('birge_cache_lookups_total', { result: 'shared_hit' }) ?? 0;
  const hits = await sharedHits();
  await other.ask('{ russia { name } } # both gateways see this one');
  expect(russia.asked).toBe(before);
  expect(await sharedHits()).toBe(hits + 1);
});

withRedis('a gateway with other limits does not answer from the same store', async () => {
  const port = await freePort();
  await startRedis(port);
  const { ask, open, russia } = await openRevisedFederation({ CACHE_REDIS_URL: `redis://127.0.0.1:${port}` });
  await warm(() => ask('{ russia { name } }'));
  const stricter = await open({ MAX_ROOT_FIELDS: '1' });
  await warm(() => stricter.ask('{ russia { code } }'));
  const { asked } = russia;
  await stricter.ask('{ russia { name } }');
  expect(russia.asked).toBe(asked + 1);
});

withRedis('a store that goes away or hangs changes no answer', async () => {
  const port = await freePort();
  const redis = await startRedis(port);
  const { ask } = await openRevisedFederation({ CACHE_REDIS_URL: `redis://127.0.0.1:${port}` });
  await warm(() => ask('{ russia { name } }'));
  redis.kill('SIGSTOP');
  expect((await ask('{ russia { code name } }')).body.errors).toBeUndefined();
  redis.kill('SIGKILL');
  await once(redis, 'exit');
  expect((await ask('{ kazakhstan { code name } }')).body.errors).toBeUndefined();
  await warm(() => ask('{ kazakhstan { code name } }'));
});

test('a store that is not there changes no answer', async () => {
  const { ask } = await openRevisedFederation({ CACHE_REDIS_URL: `redis://127.0.0.1:${await freePort()}` });
  await warm(() => ask('{ russia { name } }'));
});
