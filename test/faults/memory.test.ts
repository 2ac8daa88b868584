import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { hashOf, seededRandom } from '../gateway/execute/seeded-random.ts';
import { ask } from '../harness/ask.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { MATRIX, type Row } from './matrix.ts';
import { startMeasured } from './measured-process.ts';
import { openCountries } from './open-stand.ts';
import { Proxy } from './proxy.ts';
import type { CODES } from './questions.ts';
import { COUNTRIES, QUESTIONS } from './questions.ts';

const SEED = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
/** So many rounds until code is compiled and every cache is as full as it gets. */
const WARM_ROUNDS = 150;
/** Longer than a connection lives that nobody uses: what is open after it is held on purpose. */
const REST_MS = 6_000;
const MOST_GROWTH = 1.1;
const MOST_SWALLOWED = 160_000_000;
const NOBODY = 'http://127.0.0.1:9/';

/** Gateway and hub in a process of their own, each country behind a proxy. */
async function openMeasured() {
  const random = seededRandom(SEED);
  const countries = await openCountries();
  const open = async ([name, code]: [string, (typeof CODES)[number]]) => {
    const proxy = await Proxy.open(countries.get(code) ?? '', NOBODY, random);
    whenFileEnds(() => proxy.goAway());
    return [name, proxy] as const;
  };
  const proxies = await Promise.all(Object.entries(COUNTRIES).map(open));
  const measured = await startMeasured({
    countries: Object.fromEntries(proxies.map(([name, proxy]) => [name, proxy.url])),
    dataFolder: join(await temporaryFolder(), 'var'),
    countryTimeoutMs: 2_000,
    breakerOpenMs: 100,
  });
  const askAll = () => Promise.all(QUESTIONS.map(async ({ query }) => (await ask(measured.url, query)).text));
  const untilWhole = async (): Promise<void> => {
    // Only a fault leaves an error, or a coverage that is not complete.
    while ((await askAll()).some((text) => text.includes('"errors"') || text.includes('"complete":false'))) await wait(20);
  };
  return { measured, proxies: proxies.map(([, proxy]) => proxy), askAll, untilWhole };
}

test('after every fault of the matrix gateway and hub hold no more than before, and no fault makes them swallow it', async () => {
  const { measured, proxies, askAll, untilWhole } = await openMeasured();
  for (let round = 0; round < WARM_ROUNDS; round += 1) await askAll();
  await untilWhole();
  await wait(REST_MS);
  const before = await measured.measure();

  const strike = async (row: Row): Promise<void> => {
    const proxy = proxies[hashOf(`${SEED} ${row.name}`) % proxies.length];
    if (proxy === undefined) return;
    const heal = row.begin(proxy);
    for (let round = 0; round < (row.code === 'COUNTRY_TIMEOUT' ? 1 : 3); round += 1) await askAll();
    await heal();
    await untilWhole();
  };
  const rows = Object.values(MATRIX).flat();
  for (const row of rows.filter(({ isLarge }) => isLarge)) await strike(row);
  const swallowed = await measured.measure();
  expect(swallowed.peakRss - before.rss).toBeLessThan(MOST_SWALLOWED);

  for (const row of rows.filter(({ isLarge }) => !isLarge)) await strike(row);
  for (let round = 0; round < WARM_ROUNDS / 3; round += 1) await askAll();
  const after = await measured.measure();
  expect(after.heapUsed).toBeLessThan(before.heapUsed * MOST_GROWTH);
  await measured.untilSocketsAtMost(before.sockets);
}, 180_000);
