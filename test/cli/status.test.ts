import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseMetrics, sumOf } from '../../cli/status/parse-metrics.ts';
import { freePorts } from '../../bench/free-ports.ts';
import { composeSmallSupergraph, openGateway } from '../gateway/small-federation.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { type Federation, startFederation } from '../harness/start-federation.ts';
import { birge, plainEnvironment, runBirge } from './run-birge.ts';

const LIST = '{ statements(first: 3) { nodes { id } } }';

function routesOf(urls: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...urls].map(([name, url]) => [`ROUTING_URL_${name.toUpperCase()}`, url]));
}

/** Addresses at which nobody is. */
async function nowhere(): Promise<Record<string, string>> {
  const names = ['hub', 'kazakhstan', 'russia', 'uzbekistan'];
  const ports = await freePorts(names.length);
  return routesOf(new Map(names.map((name, index) => [name, `http://127.0.0.1:${ports[index]}/graphql`])));
}

interface Told {
  readonly ok: boolean;
  readonly processes: readonly Record<string, unknown>[];
  readonly gateway: Record<string, unknown>;
  readonly troubles: readonly { code: string; process: string; message: string }[];
}

async function statusOf(url: string, env: Record<string, string>): Promise<Told & { readonly code: number | null }> {
  const { code, out } = await runBirge(['status', '--url', url, '--json'], env);
  return { code, ...(JSON.parse(out) as Told) };
}

describe('over a federation', () => {
  let federation: Federation;
  let env: Record<string, string>;
  beforeAll(async () => {
    federation = await startFederation({ breakerOpenMs: 60_000 });
    env = routesOf(federation.urls);
    await federation.ask(LIST);
    await federation.ask('{ networkStatus { code } }');
  });

  test('where all is well, every process has a line and the command ends with 0', async () => {
    const { code, out } = await runBirge(['status', '--url', new URL('/', federation.url).href], env);
    const lines = out.split('\n');
    expect(lines[0]?.split(/ {2,}/)).toEqual([
      'process',
      'state',
      'ms',
      'requests',
      'failed',
      'breaker',
      'published',
      'imported',
      'revision',
    ]);
    for (const name of ['gateway', 'hub', 'kazakhstan', 'russia', 'uzbekistan'])
      expect(out).toMatch(new RegExp(`^${name} +ready +\\d+ +\\d+ +0 %`, 'm'));
    expect(out).toMatch(/^gateway: supergraph [0-9a-f]{12}, served for \d+ s$/m);
    expect(out).toMatch(/All is well\.\n$/);
    expect(code).toBe(0);
  });

  test('a program reads the same as JSON, with the revision that the process tells', async () => {
    const told = await statusOf(federation.url, env);
    const kazakhstan = told.processes.find(({ name }) => name === 'kazakhstan');
    const { KZ } = (await (await fetch(new URL('/revision', federation.urls.get('kazakhstan')))).json()) as { KZ: string };
    expect(kazakhstan).toMatchObject({
      country: 'KZ',
      readiness: 'ready',
      failureRate: 0,
      breakers: { gateway: 'closed', hub: 'closed' },
      up: true,
      lastPublishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      lastImportAt: null,
      revision: KZ,
    });
    expect(kazakhstan?.['requests']).toBeGreaterThan(0);
    expect([told.ok, told.troubles, told.code]).toEqual([true, [], 0]);
  });

  test('a process that shows GraphQL alone is no trouble, and what it does not tell is a dash', async () => {
    const server = createServer((_, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    whenFileEnds(async () => void server.close());
    const hidden = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    const { code, out } = await runBirge(['status', '--url', federation.url], { ...env, ROUTING_URL_KAZAKHSTAN: hidden });
    expect(out).toMatch(/^kazakhstan +hidden +\d+ +- +- +closed +\d{4}-\d\d-\d\d +- +-$/m);
    expect(code).toBe(0);
  });

  test('with --watch it looks again until it is ended', async () => {
    const child = spawn(process.execPath, [birge, 'status', '--watch', '--url', federation.url], {
      env: { ...plainEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let looks = 0;
    for await (const line of createInterface(child.stdout)) {
      if (line === 'All is well.') looks += 1;
      if (looks === 2) break;
    }
    child.kill('SIGKILL');
    expect(looks).toBe(2);
  });

  test('a stopped country is named, with the breakers that its failures opened, and the command ends with 1', async () => {
    await federation.stop('kazakhstan');
    for (let asked = 0; asked < 6; asked += 1) await federation.ask(`{ kazakhstan { code } ${LIST.slice(2)}`);
    const told = await statusOf(federation.url, env);
    expect(told.troubles.map(({ code, process, message }) => `${process} ${code} ${/gateway|hub/.exec(message)?.[0] ?? ''}`)).toEqual([
      'kazakhstan PROCESS_AWAY ',
      'kazakhstan BREAKER_OPEN gateway',
      'kazakhstan BREAKER_OPEN hub',
    ]);
    const gateway = told.processes.find(({ name }) => name === 'gateway');
    expect(gateway?.['failureRate']).toBeGreaterThan(0);
    expect([told.ok, told.code]).toEqual([false, 1]);
    const { code, out } = await runBirge(['status', '--url', federation.url], env);
    expect(out).toMatch(/^kazakhstan +away +- +- +- +open /m);
    expect(out).toMatch(/^kazakhstan: nothing answers at http:\S+ \(PROCESS_AWAY\)$/m);
    expect(code).toBe(1);
  });
});

test('where nothing runs, it says where it looked and what to do', async () => {
  const [port = 0] = await freePorts(1);
  const { code, out } = await runBirge(['status'], { ...(await nowhere()), PORT: String(port) });
  expect(out).toMatch(
    new RegExp(
      `^Nothing runs: nobody answers at 127\\.0\\.0\\.1:${port}, .*\\nStart everything with npm start, or say where the gateway is`,
    ),
  );
  expect(code).toBe(1);
});

test('a refused change of the supergraph is named until the file is right again', async () => {
  const supergraph = composeSmallSupergraph();
  const { url, writeSupergraph, reload } = await openGateway(supergraph, {}, { SUPERGRAPH_POLL_MS: '0', OPERATIONS: 'none' });
  const env = await nowhere();
  const ofGateway = async () => (await statusOf(url, env)).troubles.flatMap(({ process, code }) => (process === 'gateway' ? code : []));
  expect(await ofGateway()).toEqual([]);
  await writeSupergraph('type Query {');
  await reload();
  expect(await ofGateway()).toEqual(['SUPERGRAPH_REFUSED']);
  await writeSupergraph(supergraph);
  await reload();
  expect(await ofGateway()).toEqual([]);
});

test('an address that is none is wrong use', async () => {
  const { code, err } = await runBirge(['status', '--url', 'birge.example']);
  expect(err).toBe('birge: --url must be an http or https address, such as http://127.0.0.1:4000, not "birge.example".\n');
  expect(code).toBe(2);
});

test('a page of metrics is read with its labels, whatever stands in them', () => {
  const samples = parseMetrics('# HELP a A\n# TYPE a counter\na 1\nb{c="x",d="a \\"b\\", {\\\\}"} 2.5\nb{c="y"} +Inf\nnot a line\n');
  expect(samples.get('b')?.[0]).toEqual({ labels: { c: 'x', d: 'a "b", {\\}' }, value: 2.5 });
  expect([sumOf(samples, 'a'), sumOf(samples, 'b', { c: 'x' }), sumOf(samples, 'b'), sumOf(samples, 'nothing')]).toEqual([
    1,
    2.5,
    Infinity,
    null,
  ]);
});
