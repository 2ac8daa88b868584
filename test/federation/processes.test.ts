import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { freePorts } from '../../bench/free-ports.ts';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { listedNetworks as networks } from '../conformance/networks.ts';
import { ask } from '../harness/ask.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

/** Every member of rover.yaml: a fourth country is started and asked as well. */
const NAMES = readRoverConfig('rover.yaml').map(({ name }) => name);
const QUESTION = '{ networks { code name(language: EN) } networkStatus { code up } }';
const WHOLE = networks.map(({ country, names }) => ({ code: country, name: names.en }));

/** `birge up` as a user runs it, on free ports, with the lines it printed so far. */
async function startUp() {
  const [gatewayPort = 0, ...ports] = await freePorts(NAMES.length + 1);
  const moved = NAMES.map((name, index) => [`ROUTING_URL_${name.toUpperCase()}`, `http://127.0.0.1:${ports[index]}/graphql`]);
  const env = {
    ...process.env,
    ...Object.fromEntries(moved),
    PORT: String(gatewayPort),
    BIRGE_DATA: await temporaryFolder(),
    BIRGE_SYNTHETIC: 'off',
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, ['cli/birge.mjs', 'up'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  whenFileEnds(async () => void child.kill('SIGKILL'));
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  return { child, url: `http://127.0.0.1:${gatewayPort}/graphql`, output: () => printed.join('') };
}

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

function childNamed(parent: ChildProcess, name: string): number {
  const rows = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n');
  const row = rows.map((line) => line.trim().split(/\s+/)).find(([, ppid, ...args]) => Number(ppid) === parent.pid && args.includes(name));
  return Number(row?.[0]);
}

test('a country whose process is killed is missing alone, is started again, and one signal stops all', async () => {
  const up = await startUp();
  const healthy = await askUntil(up.url, isWhole);
  expect(healthy.data.networks).toEqual(WHOLE);

  process.kill(childNamed(up.child, 'kazakhstan'), 'SIGKILL');
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
