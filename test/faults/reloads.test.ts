import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { composeSmallSupergraph, countries, openCountry, openHub } from '../gateway/small-federation.ts';
import { ask } from '../harness/ask.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { startMeasured, type Measure } from './measured-process.ts';

const QUERY = '{ networks { code name } russia { code name statements(first: 2) { nodes { id } } } }';
const SWAPS = 200;
/** Swaps after which code is compiled and the heap has its size. */
const WARM_SWAPS = 20;
/** After each so many good files one that cannot be served. */
const BROKEN_EVERY = 10;
const CLIENTS = 3;
const MOST_GROWTH = 1.1;

const whole = composeSmallSupergraph();
/** The same supergraph without one root field. */
const smaller = whole.replace(/^ *seats: Int!.*\n/m, '');
const BROKEN = ['type Query {', 'type Query { seats: Int }', whole.replace('seats: Int!', 'seats: Nowhere!'), ''];

async function openReloaded() {
  const supergraphFile = join(await temporaryFolder(), 'supergraph.graphql');
  await writeFile(supergraphFile, whole);
  const env: Record<string, string> = {
    SUPERGRAPH_POLL_MS: '0',
    OPERATIONS: 'none',
    DRAIN_MS: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    COST_LIMIT_PER_MINUTE: '0',
    ROUTING_URL_HUB: await openHub(),
  };
  for (const country of countries) env[`ROUTING_URL_${country.subgraph.toUpperCase()}`] = await openCountry(country);
  const gateway = await startMeasured({ supergraphFile, env });
  const serve = async (text: string): Promise<void> => {
    await writeFile(`${supergraphFile}.new`, text);
    await rename(`${supergraphFile}.new`, supergraphFile);
    await gateway.reload();
  };
  return { gateway, serve };
}

test(`${SWAPS} changes of the supergraph under load, and broken files in between, fail no request and leave nothing behind`, async () => {
  const { gateway, serve } = await openReloaded();
  const healthy = (await ask(gateway.url, QUERY)).text;
  const end = new AbortController();
  let asked = 0;
  const wrong: string[] = [];
  const client = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const text = await ask(gateway.url, QUERY).then(
        (answer) => answer.text,
        (error: unknown) => String(error),
      );
      asked += 1;
      if (text !== healthy) wrong.push(text);
    }
  };
  const asksSeats = async (): Promise<unknown> => (await ask(gateway.url, '{ seats }')).data?.seats ?? null;
  const swap = async (from: number, to: number): Promise<void> => {
    for (let count = from; count < to; count += 1) {
      const seats = count % 2 === 0 ? null : 3;
      await serve(count % 2 === 0 ? smaller : whole);
      expect(await asksSeats()).toBe(seats);
      if (count % BROKEN_EVERY !== 0) continue;
      await serve(BROKEN[(count / BROKEN_EVERY) % BROKEN.length] ?? '');
      expect(await asksSeats()).toBe(seats);
    }
  };

  const clients = Array.from({ length: CLIENTS }, client);
  let before: Measure;
  try {
    await swap(0, WARM_SWAPS);
    before = await gateway.measure();
    await swap(WARM_SWAPS, SWAPS);
  } finally {
    end.abort();
    await Promise.all(clients);
  }
  const after = await gateway.measure();

  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(SWAPS);
  expect(after.heapUsed).toBeLessThan(before.heapUsed * MOST_GROWTH);
  await gateway.untilSocketsAtMost(before.sockets);
}, 180_000);
