import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../cli/project-root.ts';
import { readRoverConfig } from '../subgraphs/federation/rover-config.ts';
import { freePorts } from './free-ports.ts';
import { measureStart, type StartMeasure } from './measure-start.ts';

// How long a user waits from `npm start` to the first answer: right after the installation, and at every later start.
const query = '{ networks { code name } networkStatus { code up } }';
const limitMs = 60_000;
const peerRuns = 5;

const members = readRoverConfig(join(projectRoot, 'rover.yaml'));
const dataFolder = mkdtempSync(join(tmpdir(), 'birge-bench-'));
try {
  const peers = { node: medianOf(peerRuns, startNode), http: median(await inTurn(peerRuns, startBareServer)) };
  // What npm ci leaves: no data, no transformed sources.
  rmSync(join(projectRoot, 'node_modules', '.cache', 'birge'), { recursive: true, force: true });
  const starts = { first: await startBirge(), second: await startBirge() };
  report(peers, starts);
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}

async function startBirge(): Promise<StartMeasure> {
  const [gatewayPort = 0, ...ports] = await freePorts(members.length + 1);
  const urls = members.map(({ name }, index) => [`ROUTING_URL_${name.toUpperCase()}`, `http://127.0.0.1:${ports[index]}/graphql`]);
  const env = { ...process.env, ...Object.fromEntries(urls), PORT: String(gatewayPort), BIRGE_DATA: dataFolder };
  const url = `http://127.0.0.1:${gatewayPort}/graphql`;
  return measureStart({ command: 'npm', args: ['start', '--prefix', projectRoot], env, url, query, isComplete, limitMs });
}

/** Every country is up and has said its name. */
function isComplete(answer: string): boolean {
  const { data } = JSON.parse(answer) as { data?: { networks?: { name: string | null }[]; networkStatus?: { up: boolean }[] } };
  const networks = data?.networks ?? [];
  return (
    networks.length === members.length - 1 &&
    networks.every(({ name }) => name !== null) &&
    (data?.networkStatus ?? []).every(({ up }) => up)
  );
}

function startNode(): number {
  const begun = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - begun;
}

async function startBareServer(): Promise<number> {
  const [port = 0] = await freePorts(1);
  const program = `require('node:http').createServer((_, response) => response.end('ok')).listen(${port}, '127.0.0.1')`;
  const url = `http://127.0.0.1:${port}/`;
  const question = {
    command: process.execPath,
    args: ['-e', program],
    env: process.env,
    url,
    query: null,
    isComplete: () => true,
    limitMs,
  };
  return (await measureStart(question)).completeMs;
}

function report(peers: { node: number; http: number }, starts: Record<'first' | 'second', StartMeasure>): void {
  const rows = Object.entries(starts).map(([start, { firstAnswerMs, completeMs }]) => ({
    start,
    firstAnswerMs: Math.round(firstAnswerMs),
    completeMs: Math.round(completeMs),
    timesNode: Number((completeMs / peers.node).toFixed(1)),
    timesBareServer: Number((completeMs / peers.http).toFixed(1)),
  }));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ peersMs: { node: Math.round(peers.node), bareServer: Math.round(peers.http) }, starts: rows }, null, 2));
    return;
  }
  console.log(`node -e 0: ${peers.node.toFixed(0)} ms; first answer of a bare HTTP server: ${peers.http.toFixed(0)} ms`);
  for (const { start, firstAnswerMs, completeMs, timesNode, timesBareServer } of rows) {
    console.log(
      `${start} start: first answer ${firstAnswerMs} ms, all countries ${completeMs} ms = ${timesNode} x node, ${timesBareServer} x bare server`,
    );
  }
}

function medianOf(runs: number, measure: () => number): number {
  return median(Array.from({ length: runs }, measure));
}

async function inTurn(runs: number, measure: () => Promise<number>): Promise<number[]> {
  const figures: number[] = [];
  for (let run = 0; run < runs; run += 1) figures.push(await measure());
  return figures;
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
