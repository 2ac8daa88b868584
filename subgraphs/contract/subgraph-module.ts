import type { Logger } from 'pino';

/** What a process gives a subgraph when it starts: nothing in `subgraphs/` reads the environment itself. */
export interface SubgraphOptions {
  /** PostgreSQL URL. Absent: a SQLite file `<name>.sqlite` in `dataFolder`. */
  readonly databaseUrl?: string | undefined;
  /** Folder of the process's own files; made if missing. */
  readonly dataFolder: string;
  /** Path of the federation's member list in Rover's format; only the hub reads it. */
  readonly roverFile: string;
  /** Routing URLs that replace those of the member list, by subgraph name; only the hub reads them. */
  readonly routingUrls?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds that the hub waits for one country; connect, body and parsing included. */
  readonly countryTimeoutMs?: number | undefined;
  /** File of the key whose holder is the network's steward. Absent: nobody is. Only countries read it. */
  readonly stewardKeyFile?: string | undefined;
  /** Milliseconds that the hub leaves a country alone after its breaker opened; 0: it never opens. */
  readonly breakerOpenMs?: number | undefined;
  /** Size of the last known copies that the hub keeps, in characters; 0: none. */
  readonly lastKnownSize?: number | undefined;
  /** Where /metrics answers. Absent: beside GraphQL. */
  readonly metricsPlace?: 'beside' | 'off' | { readonly host: string; readonly port: number } | undefined;
  /** Where spans are sent. Absent, or null: none are made. */
  readonly tracing?: { readonly endpoint: string; readonly service: string } | null | undefined;
  /** The clock: tests freeze it. */
  readonly now: () => Date;
  readonly log: Logger;
}

/** A subgraph whose database is open, migrated and filled; it listens only when told to. */
export interface RunningSubgraph {
  /** Gives the URL of the GraphQL endpoint; port 0 takes a free one. */
  listen(address: { host: string; port: number }): Promise<string>;
  /** Finishes running requests, then closes the server and the database. May be called twice. */
  close(): Promise<void>;
}

/** What `subgraphs/<name>/index.ts` exports as `subgraph`. */
export interface SubgraphModule {
  /** The name in rover.yaml, which is also the folder's name. */
  readonly name: string;
  /** Names of the migrations that its database goes through, oldest first: a backup with others is of a newer program. */
  readonly migrations: readonly string[];
  /** The SDL as Federation 2 text, made from code alone: no database, no network. The hub reads the countries' emitted files. */
  emitSdl(options: Pick<SubgraphOptions, 'roverFile'>): Promise<string>;
  open(options: SubgraphOptions): Promise<RunningSubgraph>;
}
