import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Agent, request } from 'undici';
import { freePorts } from '../../bench/free-ports.ts';
import { birge, plainEnvironment } from '../cli/run-birge.ts';
import { composeSmallSupergraph, countries, openCountry, openHub } from '../gateway/small-federation.ts';
import { seededRandom } from '../gateway/execute/seeded-random.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { openFaultyServer, passOn } from './faulty-server.ts';

const SEED = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
const QUERY = JSON.stringify({ query: '{ kazakhstan { code name } russia { code name statements(first: 2) { nodes { id } } } }' });
/** How often whoever balances looks which gateway is ready. */
const LOOK_EVERY_MS = 100;
/** How long one country takes, so that at any moment requests are under way. */
const SLOW_MS = 200;

interface Gateway {
  readonly child: ChildProcess;
  readonly url: string;
}

/** Two gateways over the same countries, as they stand behind a balancer. */
async function startTwo(slowMs: number): Promise<[Gateway, Gateway]> {
  const supergraphFile = join(await temporaryFolder(), 'supergraph.graphql');
  await writeFile(supergraphFile, composeSmallSupergraph());
  const slow = await openFaultyServer(await openCountry(countries[0]));
  slow.strike(async (exchange) => {
    await wait(slowMs);
    await passOn(exchange);
  });
  const env = {
    ...plainEnvironment(),
    LOG_LEVEL: 'error',
    CACHE: 'off',
    OPERATIONS: 'none',
    RATE_LIMIT_PER_MINUTE: '0',
    COST_LIMIT_PER_MINUTE: '0',
    ROUTING_URL_HUB: await openHub(),
    ROUTING_URL_KAZAKHSTAN: slow.url,
    ROUTING_URL_RUSSIA: await openCountry(countries[1]),
    ROUTING_URL_UZBEKISTAN: await openCountry(countries[2]),
  };
  const start = async (port: number): Promise<Gateway> => {
    const args = [birge, 'gateway', '--port', String(port), '--supergraph', supergraphFile];
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    whenFileEnds(async () => void child.kill('SIGKILL'));
    for await (const line of createInterface(child.stdout)) {
      const url = / answers at (\S+)$/.exec(line)?.[1];
      if (url !== undefined) return { child, url };
    }
    throw new Error('the gateway ended before it answered');
  };
  const [first = 0, second = 0] = await freePorts(2);
  return Promise.all([start(first), start(second)]);
}

test.each([
  ['many clients that keep their connections', { clients: 8, slowMs: SLOW_MS, pauseMs: 0, keepsConnections: true }],
  ['one client that comes now and then, each time anew', { clients: 1, slowMs: 0, pauseMs: 20, keepsConnections: false }],
])('a gateway that is asked to stop fails no request of %s, once a balancer sees that it is not ready', async (_name, load) => {
  const random = seededRandom(SEED);
  const [stopping, other] = await startTwo(load.slowMs);
  const agent = new Agent({ pipelining: load.keepsConnections ? 1 : 0 });
  whenFileEnds(() => agent.destroy());
  let target = stopping;
  const end = new AbortController();
  const answers = new Map<string, number>();

  const balance = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const isReady = await request(stopping.url.replace(/graphql$/, 'health/ready'), { dispatcher: agent }).then(
        async ({ statusCode, body }) => {
          await body.dump();
          return statusCode === 200;
        },
        () => false,
      );
      if (!isReady) target = other;
      await wait(LOOK_EVERY_MS);
    }
  };
  const askOnce = async (url: string): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const { statusCode, body } = await request(url, { method: 'POST', headers, body: QUERY, dispatcher: agent });
    return `${statusCode} ${await body.text()}`;
  };
  const client = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const { url } = target;
      const answer = await askOnce(url).catch((error: unknown) => `${url === stopping.url ? 'stopping' : 'other'}: ${String(error)}`);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      await wait(load.pauseMs);
    }
  };

  const healthy = await askOnce(other.url);
  const running = [balance(), ...Array.from({ length: load.clients }, client)];
  await wait(500 + random() * 1_000);
  stopping.child.kill('SIGTERM');
  const exit = (await once(stopping.child, 'close')) as unknown[];
  await wait(300);
  end.abort();
  await Promise.all(running);

  expect(exit).toEqual([0, null]);
  expect({ seed: SEED, answers: [...answers.keys()] }).toEqual({ seed: SEED, answers: [healthy] });
  // The balancer has seen it.
  expect(target).toBe(other);
});
