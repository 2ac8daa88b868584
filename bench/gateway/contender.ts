import { createServer } from 'node:http';
import { Session } from 'node:inspector/promises';
import type { AddressInfo } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { pino } from 'pino';

/** `ours` answers every request anew, `kept` from its cache. */
export type ContenderKind = 'stock' | 'ours' | 'kept' | 'bare';

/** What one process of the benchmark is to be. */
export interface ContenderTask {
  readonly kind: ContenderKind;
  readonly supergraphFile: string;
  readonly urls: Readonly<Record<string, string>>;
  /** What the bare server answers. */
  readonly bytes: string;
  /** Where a profile of its CPU is written when it ends; it begins when it is told to. */
  readonly profileFile: string | null;
}

/** Every limit is on and counts; none is reached. */
const NO_LIMIT_REACHED = {
  RATE_LIMIT_PER_MINUTE: '1000000000',
  COST_LIMIT_PER_MINUTE: '1000000000000',
  MAX_COST: '1000000',
  MAX_ROOT_FIELDS: '1000',
  MAX_TOKENS: '100000',
};

// A server under measurement: says where it answers, and tells the CPU that it has used whenever it is asked.
const task = JSON.parse(process.argv[2] ?? '') as ContenderTask;
process.once('disconnect', () => void end());
const profiler = new Session();
const open = { stock: openStock, ours: () => openOurs('off'), kept: () => openOurs('on'), bare: openBare };
const url = await open[task.kind]();
let before = process.cpuUsage();
let isProfiled = false;
process.on('message', (message) => {
  if (message === 'profile') return void startProfile();
  const { user, system } = process.cpuUsage(before);
  process.send?.({ type: 'usage', cpuUs: user + system });
  before = process.cpuUsage();
});
process.send?.({ type: 'open', urls: { graphql: url } });

/** Apollo's gateway as its own documentation starts it. */
async function openStock(): Promise<string> {
  const { ApolloGateway, RemoteGraphQLDataSource } = await import('@apollo/gateway');
  const { ApolloServer } = await import('@apollo/server');
  const { startStandaloneServer } = await import('@apollo/server/standalone');
  const log = pino({ level: 'error' });
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(task.supergraphFile, 'utf8'),
    logger: log,
    buildService: ({ name }) => new RemoteGraphQLDataSource({ url: task.urls[name] ?? '' }),
  });
  const started = await startStandaloneServer(new ApolloServer({ gateway, logger: log }), { listen: { port: 0, host: '127.0.0.1' } });
  return started.url;
}

/** This gateway as `birge gateway` starts it. */
async function openOurs(cache: 'on' | 'off'): Promise<string> {
  const { startGateway } = await import('../../gateway/main.ts');
  const routing = Object.entries(task.urls).map(([name, at]) => [`ROUTING_URL_${name.toUpperCase()}`, at]);
  const env = { ...Object.fromEntries(routing), ...NO_LIMIT_REACHED, CACHE: cache, DRAIN_MS: '0' };
  const log = pino({ level: 'warn' });
  return (await startGateway({ supergraphFile: task.supergraphFile, host: '127.0.0.1', port: 0, env, log })).url;
}

/** The same bytes from Node's own server: what HTTP itself costs. */
async function openBare(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(task.bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

async function startProfile(): Promise<void> {
  if (task.profileFile === null) return;
  isProfiled = true;
  profiler.connect();
  await profiler.post('Profiler.enable');
  await profiler.post('Profiler.start');
}

async function end(): Promise<void> {
  if (isProfiled && task.profileFile !== null) {
    const { profile } = await profiler.post('Profiler.stop');
    writeFileSync(task.profileFile, JSON.stringify(profile));
  }
  process.exit();
}
