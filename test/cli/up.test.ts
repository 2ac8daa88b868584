import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { freePorts } from '../../bench/free-ports.ts';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { birge, plainEnvironment, root } from './run-birge.ts';

// The product as a user starts it, on free ports and with a data folder of its own; one member is enough besides the gateway.
const others = readRoverConfig(join(root, 'rover.yaml')).flatMap(({ name }) => (name === 'kazakhstan' ? [] : name));
let dataFolder: string;
let parent: ChildProcess | undefined;
let output: string;
let ports: { gateway: number; kazakhstan: number };
let taken: Server | undefined;

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'birge-up-'));
  const [gateway = 0, kazakhstan = 0] = await freePorts(2);
  ports = { gateway, kazakhstan };
  output = '';
});
afterEach(async () => {
  taken?.close();
  taken = undefined;
  if (parent?.exitCode === null && parent.signalCode === null) {
    parent.kill('SIGTERM');
    await ended(parent);
  }
  rmSync(dataFolder, { recursive: true });
});

function up(fromSource = '1'): ChildProcess {
  const elsewhere = Object.fromEntries(others.map((name) => [`ROUTING_URL_${name.toUpperCase()}`, 'http://elsewhere.invalid/graphql']));
  const env = {
    ...plainEnvironment(),
    ...elsewhere,
    BIRGE_DATA: dataFolder,
    BIRGE_FROM_SOURCE: fromSource,
    BIRGE_SYNTHETIC: 'off',
    PORT: String(ports.gateway),
  };
  const here = { ROUTING_URL_KAZAKHSTAN: `http://127.0.0.1:${ports.kazakhstan}/graphql` };
  parent = spawn(process.execPath, [birge, 'up'], { env: { ...env, ...here }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [parent.stdout, parent.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return parent;
}
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('close', resolve));
const isListening = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );
const ask = async (query: string): Promise<unknown> => {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) };
  return (await fetch(`http://127.0.0.1:${ports.gateway}/graphql`, request)).json();
};

test.each([
  ['source', '1'],
  ['bundles', ''],
])('from %s, one command runs gateway and member, says where they answer, and stops both at SIGTERM', async (_, fromSource) => {
  const child = up(fromSource);
  await until(() => output.includes(`Open http://127.0.0.1:${ports.gateway}/graphiql`));
  expect(output).not.toContain('Running from source');
  expect(output).toContain('russia runs elsewhere: http://elsewhere.invalid/graphql\n');
  expect(output).toMatch(new RegExp(`kazakhstan \\| ready at http://127\\.0\\.0\\.1:${ports.kazakhstan}/graphql\n`));
  expect(await ask('{ kazakhstan { code } }')).toMatchObject({ data: { kazakhstan: { code: 'KZ' } } });
  expect((await fetch(`http://127.0.0.1:${ports.gateway}/metrics`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
  expect(output).toMatch(/Stopping all processes; once more ends them at once\.\n[^]*All processes have stopped\.\n$/);
  expect(await Promise.all([isListening(ports.gateway), isListening(ports.kazakhstan)])).toEqual([false, false]);
});

test('a parent that is killed leaves no process behind', async () => {
  const child = up();
  await until(() => output.includes('Open http'));
  child.kill('SIGKILL');
  await until(async () => !(await isListening(ports.gateway)) && !(await isListening(ports.kazakhstan)));
});

test('a port that is taken ends the start, and the message says which and how to change it', async () => {
  taken = createServer().listen(ports.gateway, '127.0.0.1');
  const child = up();
  expect(await ended(child)).toBe(1);
  expect(output).toContain(
    `birge: gateway: port ${ports.gateway} is in use by another program. Stop that program, or choose another port: --port N, or PORT=N.\n`,
  );
  expect(output).toContain('birge: gateway cannot start, see above: stopping.\n');
});
