import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { listedNetworks as networks } from '../conformance/networks.ts';
import { ask } from '../harness/ask.ts';
import { startUp } from '../harness/start-up.ts';

const QUESTION = '{ networks { code name(language: EN) } networkStatus { code up } }';
const WHOLE = networks.map(({ country, names }) => ({ code: country, name: names.en }));

/** Asks until the answer satisfies, and gives that answer. */
async function askUntil(url: string, isEnough: (answer: Awaited<ReturnType<typeof ask>>) => boolean) {
  for (const deadline = Date.now() + 40_000; Date.now() < deadline;) {
    const answer = await ask(url, QUESTION).catch(() => null);
    if (answer && isEnough(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no such answer came');
}

const isWhole = ({ data }: { data: { networks?: { name: string | null }[] } | null }) =>
  data?.networks?.every(({ name }) => name !== null) === true;

const isWithoutKazakhstan = ({ data }: { data: { networks?: { code: string; name: string | null }[] } | null }) =>
  data?.networks?.some(({ code, name }) => code === 'KZ' && name === null) === true;

test('a country whose process is killed is missing alone, is started again, and one signal stops all', async () => {
  const up = await startUp();
  const healthy = await askUntil(up.url, isWhole);
  expect(healthy.data.networks).toEqual(WHOLE);

  process.kill(up.pidOf('kazakhstan'), 'SIGKILL');
  const wounded = await askUntil(up.url, isWithoutKazakhstan);
  expect(wounded.status).toBe(200);
  expect(wounded.data.networks).toEqual(WHOLE.map(({ code, name }) => ({ code, name: code === 'KZ' ? null : name })));
  expect(wounded.errors.map(({ path, extensions }) => [path, extensions?.['code'], extensions?.['country']])).toEqual([
    [['networks'], 'COUNTRY_UNAVAILABLE', 'KZ'],
  ]);
  expect(wounded.text).not.toMatch(/127\.0\.0\.1|ECONN|node_modules|SIGKILL/);

  const again = await askUntil(up.url, isWhole);
  expect(again.data.networks).toEqual(WHOLE);
  expect(up.output()).toMatch(/kazakhstan +\| .*starting again/);

  up.child.kill('SIGTERM');
  const [code] = (await once(up.child, 'exit')) as [number];
  expect(code).toBe(0);
  expect(up.output()).toContain('All processes have stopped.');
  await expect(ask(up.url, QUESTION)).rejects.toThrow();
});
