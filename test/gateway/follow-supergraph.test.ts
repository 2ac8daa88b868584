import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { composeSmallSupergraph, countries, openCountry, openGateway, openHub } from './small-federation.ts';

const QUERY = '{ networks { code name } russia { code name statements(first: 2) { nodes { id } } } }';
const SEATS = '{ seats }';
const CLIENTS = 2;
const SWAPS = 30;

const whole = composeSmallSupergraph();
/** The same supergraph without one root field. */
const smaller = whole.replace(/^ *seats: Int!.*\n/m, '');

async function openFollowed(env: NodeJS.ProcessEnv = {}) {
  const urls: Record<string, string> = { hub: await openHub() };
  for (const country of countries) urls[country.subgraph] = await openCountry(country);
  const lines: { level: number; reason?: string; msg: string }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const gateway = await openGateway(whole, urls, { SUPERGRAPH_POLL_MS: '0', OPERATIONS: 'none', ...env }, log);
  const asksSeats = async () => (await gateway.ask(SEATS)).body.data?.['seats'] ?? null;
  return { ...gateway, lines, asksSeats };
}

test(`${SWAPS} changes of the supergraph under load fail no request, and each is served`, async () => {
  const { ask, writeSupergraph, reload, asksSeats } = await openFollowed();
  expect(smaller).not.toBe(whole);
  const healthy = (await ask(QUERY)).text;
  const end = new AbortController();
  let asked = 0;
  const wrong: string[] = [];
  const client = async () => {
    while (!end.signal.aborted) {
      const { status, text } = await ask(QUERY);
      asked += 1;
      if (status !== 200 || text !== healthy) wrong.push(text);
    }
  };
  const clients = Array.from({ length: CLIENTS }, client);
  try {
    for (let swap = 0; swap < SWAPS; swap += 1) {
      await writeSupergraph(swap % 2 === 0 ? smaller : whole);
      await reload();
      expect(await asksSeats()).toBe(swap % 2 === 0 ? null : 3);
    }
  } finally {
    end.abort();
    await Promise.all(clients);
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(SWAPS);
});

test.each([
  ['is not GraphQL', 'type Query {'],
  ['is no supergraph', 'type Query { seats: Int }'],
  ['names a type that is not there', whole.replace('seats: Int!', 'seats: Nowhere!')],
  ['is empty', ''],
])('a file that %s is refused once, and the last good one is served', async (_fault, text) => {
  const { ask, writeSupergraph, reload, asksSeats, lines } = await openFollowed();
  const healthy = (await ask(QUERY)).text;
  await writeSupergraph(text);
  for (let looks = 0; looks < 3; looks += 1) await reload();
  expect(lines.filter(({ level }) => level >= 50).map(({ msg }) => msg)).toEqual([
    'the changed supergraph cannot be used; the last good one stays',
  ]);
  expect([(await ask(QUERY)).text, await asksSeats()]).toEqual([healthy, 3]);
  await writeSupergraph(smaller);
  await reload();
  expect([(await ask(QUERY)).text, await asksSeats()]).toEqual([healthy, null]);
});

test('a changed file is found without being told', async () => {
  const { writeSupergraph, asksSeats } = await openFollowed({ SUPERGRAPH_POLL_MS: '20' });
  expect(await asksSeats()).toBe(3);
  await writeSupergraph(smaller);
  for (let looks = 0; (await asksSeats()) !== null; looks += 1) {
    expect(looks).toBeLessThan(500);
    await wait(20);
  }
});
