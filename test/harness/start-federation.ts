import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { stringify } from 'yaml';
import { startGateway } from '../../gateway/main.ts';
import type { RunningSubgraph, SubgraphModule } from '../../subgraphs/contract/subgraph-module.ts';
import { composeSupergraph } from '../../subgraphs/federation/compose.ts';
import { subgraph as ownHub } from '../../subgraphs/hub/index.ts';
import { subgraph as kazakhstan } from '../../subgraphs/kazakhstan/index.ts';
import { subgraph as russia } from '../../subgraphs/russia/index.ts';
import { subgraph as uzbekistan } from '../../subgraphs/uzbekistan/index.ts';
import { type Answer, ask } from './ask.ts';
import { whenFileEnds } from './cleanup.ts';
import { FROZEN_NOW, silent } from './open-door.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface FederationOptions {
  /** Subgraphs that are members but do not run. */
  readonly stopped?: readonly string[];
  /** The countries; absent: the three of the project. */
  readonly countries?: readonly SubgraphModule[];
  /** The hub; absent: the project's own. */
  readonly hub?: SubgraphModule;
  /** Members beside the hub and the countries. */
  readonly extra?: readonly SubgraphModule[];
  readonly countryTimeoutMs?: number;
  /** How long gateway and hub leave a failing member alone; absent: it asks every time, so that a test sees each outage by itself. */
  readonly breakerOpenMs?: number;
  /** Whether the gateway keeps answers; absent: it asks every time, since a test cuts a member and asks again at once. */
  readonly isCaching?: boolean;
  /** The gateway's limit; absent: the one it ships with. */
  readonly maxAliases?: number;
  /** Size of the hub's last known copies; absent: none, so that a country that is away is missing. */
  readonly lastKnownSize?: number;
  /** The clock of all members; absent: it stands still. */
  readonly now?: () => Date;
  /** Where all processes send spans; absent: they make none. */
  readonly otlpEndpoint?: string;
  /** The log of all processes; absent: nowhere. */
  readonly log?: Logger;
  /** Key files of stewards, by subgraph. */
  readonly stewardKeyFiles?: Readonly<Record<string, string>>;
}

/** Gateway, hub and countries, each on its own port with its own database. */
export interface Federation {
  readonly url: string;
  readonly urls: ReadonlyMap<string, string>;
  readonly supergraphSdl: string;
  /** Where the members keep their databases. */
  readonly dataFolder: string;
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  stop(subgraph: string): Promise<void>;
  /** Stops the gateway and every member. */
  stopAll(): Promise<void>;
}

const OWN_COUNTRIES = [kazakhstan, russia, uzbekistan];
const HOST = '127.0.0.1';
/** A port on which nothing listens: port 9 is reserved for a service that no test machine runs. */
const NOBODY = `http://${HOST}:9/graphql`;

/** What is asked is rows, not speed: all members share one process, and a busy machine lets a page wait for seconds. */
const PATIENCE_MS = 60_000;

/** Starts a federation from the members' code; it stops itself when the test file ends. */
export async function startFederation({
  stopped = [],
  countries: own = OWN_COUNTRIES,
  hub = ownHub,
  extra = [],
  countryTimeoutMs = PATIENCE_MS,
  breakerOpenMs = 0,
  isCaching = false,
  maxAliases = 30,
  lastKnownSize = 0,
  now = () => FROZEN_NOW,
  otlpEndpoint,
  log = silent,
  stewardKeyFiles = {},
}: FederationOptions = {}): Promise<Federation> {
  const folder = await temporaryFolder();
  const dataFolder = join(folder, 'var');
  const countries = [...own, ...extra];
  const members = [hub, ...countries];
  const roverFile = await writeContract(folder, hub, countries);
  const running = new Map<string, RunningSubgraph>();
  const urls = new Map<string, string>();
  const open = async (module: SubgraphModule) => {
    const routingUrls = Object.fromEntries(urls);
    const stewardKeyFile = stewardKeyFiles[module.name];
    const settings = { routingUrls, countryTimeoutMs, breakerOpenMs, lastKnownSize, stewardKeyFile };
    const tracing = otlpEndpoint === undefined ? null : { endpoint: otlpEndpoint, service: `birge-${module.name}` };
    const subgraph = await module.open({ dataFolder, roverFile, ...settings, tracing, now, log });
    whenFileEnds(() => subgraph.close());
    running.set(module.name, subgraph);
    urls.set(module.name, await subgraph.listen({ host: HOST, port: 0 }));
  };
  for (const { name } of members) urls.set(name, NOBODY);
  await Promise.all(countries.filter(({ name }) => !stopped.includes(name)).map(open));
  if (!stopped.includes(hub.name)) await open(hub);

  const env = {
    COUNTRY_TIMEOUT_MS: String(countryTimeoutMs),
    SUBGRAPH_TIMEOUT_MS: String(Math.max(7_000, countryTimeoutMs + 2_000)),
    REQUEST_TIMEOUT_MS: String(Math.max(8_000, countryTimeoutMs + 3_000)),
    BREAKER_OPEN_MS: String(breakerOpenMs),
    DRAIN_MS: '0',
    ...(otlpEndpoint === undefined ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint }),
    CACHE: isCaching ? 'on' : 'off',
    // A test asks more within a minute than a client, and reads whole lists at once.
    MAX_COST: '0',
    MAX_ALIASES: String(maxAliases),
    RATE_LIMIT_PER_MINUTE: '0',
    COST_LIMIT_PER_MINUTE: '0',
    ...Object.fromEntries([...urls].map(([name, url]) => [`ROUTING_URL_${name.toUpperCase()}`, url])),
  };
  const supergraphFile = join(folder, 'schema', 'supergraph.graphql');
  const gateway = await startGateway({ supergraphFile, host: HOST, port: 0, env, log });
  whenFileEnds(() => gateway.close());
  return {
    url: gateway.url,
    urls,
    supergraphSdl: composed.get(folder) ?? '',
    dataFolder,
    ask: (query, variables) => ask(gateway.url, query, variables),
    async stopAll() {
      await gateway.close();
      await Promise.all([...running.values()].map((one) => one.close()));
    },
    stop: async (name) => running.get(name)?.close(),
  };
}

const composed = new Map<string, string>();

/** Writes the members' texts, their list and the supergraph into a folder, as `birge schema emit` does for the project's own. */
async function writeContract(folder: string, hub: SubgraphModule, countries: readonly SubgraphModule[]): Promise<string> {
  const roverFile = join(folder, 'rover.yaml');
  await mkdir(join(folder, 'schema', 'subgraphs'), { recursive: true });
  const entries = [hub, ...countries].map(({ name }) => [
    name,
    { routing_url: NOBODY, schema: { file: `schema/subgraphs/${name}.graphql` } },
  ]);
  await writeFile(roverFile, stringify({ federation_version: '=2.14.4', subgraphs: Object.fromEntries(entries) }));
  const texts = [];
  for (const module of [...countries, hub]) {
    const sdl = await module.emitSdl({ roverFile });
    await writeFile(join(folder, 'schema', 'subgraphs', `${module.name}.graphql`), sdl);
    texts.push({ name: module.name, routingUrl: NOBODY, sdl });
  }
  const composition = composeSupergraph(texts);
  if (composition.errors) throw new Error(composition.errors.map(({ code, message }) => `${code} ${message}`).join('\n'));
  composed.set(folder, composition.supergraphSdl);
  await writeFile(join(folder, 'schema', 'supergraph.graphql'), composition.supergraphSdl);
  return roverFile;
}
