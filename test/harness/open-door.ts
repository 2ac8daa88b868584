import { pino } from 'pino';
import type { SubgraphModule } from '../../subgraphs/contract/subgraph-module.ts';
import { createSubgraph } from '../../subgraphs/national/create-subgraph.ts';
import type { Network } from '../../subgraphs/national/network.ts';
import { type Answer, ask } from './ask.ts';
import { whenFileEnds } from './cleanup.ts';
import { dropDatabases, type TestDatabase } from './databases.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const silent = pino({ level: 'silent' });
export const FROZEN_NOW = new Date('2026-03-01T00:00:00Z');

/** A network's subgraph, running. */
export interface OpenDoor {
  readonly url: string;
  /** Where its SQLite file is, if it has one. */
  readonly dataFolder: string;
  /** SQL texts sent since the last call of `forget`. */
  readonly queries: { sql: string; parameters: readonly unknown[] }[];
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  close(): Promise<void>;
}

const modules = new Map<Network, { module: SubgraphModule; queries: OpenDoor['queries'] }>();

/** The classes of a network are made once for a test file, since the registry of types is global. */
function moduleOf(network: Network) {
  const queries: OpenDoor['queries'] = [];
  const made = modules.get(network) ?? {
    module: createSubgraph(network, { observeQuery: ({ sql, parameters }) => queries.push({ sql, parameters }) }),
    queries,
  };
  modules.set(network, made);
  return made;
}

/** Opens a network's subgraph on an empty database of the given kind, on a free port. */
export async function openDoor(network: Network, database: TestDatabase, stewardKeyFile?: string): Promise<OpenDoor> {
  const { module, queries } = moduleOf(network);
  const databaseUrl = await database.newUrl();
  if (databaseUrl !== undefined) whenFileEnds(dropDatabases);
  const dataFolder = await temporaryFolder();
  const running = await module.open({ databaseUrl, dataFolder, stewardKeyFile, roverFile: '', now: () => FROZEN_NOW, log: silent });
  whenFileEnds(() => running.close());
  const url = await running.listen({ host: '127.0.0.1', port: 0 });
  return { url, dataFolder, queries, ask: (query, variables) => ask(url, query, variables), close: () => running.close() };
}
