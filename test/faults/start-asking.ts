import type { Logger } from 'pino';
import { startGateway } from '../../gateway/main.ts';
import { subgraph as hub } from '../../subgraphs/hub/index.ts';

export interface AskingOptions {
  /** Where each country answers, by subgraph. */
  readonly countries: Readonly<Record<string, string>>;
  readonly dataFolder: string;
  readonly countryTimeoutMs: number;
  readonly breakerOpenMs: number;
  /** Whether answers may be given again; absent: repeated questions reach the countries. */
  readonly hasCache?: boolean;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface RunningAsking {
  /** The gateway's GraphQL endpoint. */
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Starts those who ask countries, gateway and hub, as they are shipped; nothing here is Jest's, since a process of its own runs it too. */
export async function startAsking(options: AskingOptions): Promise<RunningAsking> {
  const { countries, dataFolder, countryTimeoutMs, breakerOpenMs, hasCache = false, now, log } = options;
  const settings = { routingUrls: countries, countryTimeoutMs, breakerOpenMs };
  const runningHub = await hub.open({ dataFolder, roverFile: 'rover.yaml', ...settings, now, log });
  const env = {
    COUNTRY_TIMEOUT_MS: String(countryTimeoutMs),
    // Further apart than as shipped: both live in one process here, and where that stops for two seconds the hub has no time to say who was late.
    SUBGRAPH_TIMEOUT_MS: String(countryTimeoutMs + 8_000),
    REQUEST_TIMEOUT_MS: String(countryTimeoutMs + 9_000),
    BREAKER_OPEN_MS: String(breakerOpenMs),
    DRAIN_MS: '0',
    CACHE: hasCache ? 'on' : 'off',
    // Planning the stored operations is work for a start that nobody asks of.
    OPERATIONS: 'none',
    MAX_COST: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    COST_LIMIT_PER_MINUTE: '0',
    ROUTING_URL_HUB: await runningHub.listen({ host: HOST, port: 0 }),
    ...Object.fromEntries(Object.entries(countries).map(([name, url]) => [`ROUTING_URL_${name.toUpperCase()}`, url])),
  };
  const gateway = await startGateway({ supergraphFile: 'schema/supergraph.graphql', host: HOST, port: 0, env, log });
  return {
    url: gateway.url,
    async close() {
      await gateway.close();
      await runningHub.close();
    },
  };
}
