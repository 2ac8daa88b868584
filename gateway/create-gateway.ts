import type { Logger } from 'pino';
import { DEFAULT_HTTP_LIMITS } from '../http/limits.ts';
import { openGraphqlServer, type GraphqlServer } from '../http/open-graphql-server.ts';
import type { GatewayConfig } from './config.ts';
import { gatewayErrors } from './errors.ts';
import { SupergraphGateway } from './execute/supergraph-gateway.ts';
import { addGraphiql } from './graphiql.ts';
import { loadSupergraph } from './load-supergraph.ts';
import { readPreparedQueries } from './prepared-queries.ts';
import { reasonOf } from './read-supergraph.ts';
import type { GatewayContext } from './request-context.ts';
import { warmPlans } from './warm-plans.ts';

export interface GatewayDependencies {
  readonly log: Logger;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/**
 * Wires a gateway over the stored supergraph; it does not listen, and no subgraph is asked until a query comes.
 * Errors  SupergraphError when the file is missing or unusable
 */
export async function createGateway(config: GatewayConfig, { log, now }: GatewayDependencies): Promise<GraphqlServer> {
  const gateway = new SupergraphGateway(await loadSupergraph(config, { log, now }));
  const server = await openGraphqlServer<GatewayContext>({
    name: 'gateway',
    log,
    apollo: { gateway },
    context: ({ requestId, timeLeftMs, signal }) => {
      const allowedMs = Math.min(config.requestTimeoutMs, timeLeftMs ?? config.requestTimeoutMs);
      return { requestId, deadlineMs: now() + allowedMs, clientLeft: signal };
    },
    isReady: () => true,
    limits: { ...DEFAULT_HTTP_LIMITS, drainMs: config.drainMs, finishMs: config.requestTimeoutMs },
    knownErrors: gatewayErrors,
    addRoutes: (app) => addGraphiql(app, async () => readPreparedQueries(config.operationsFolder, gateway.served.schema)),
  });
  const warming = new AbortController();
  warmPlans(gateway.served, config.operationsFolder, warming.signal).catch((error: unknown) => {
    log.warn({ reason: reasonOf(error) }, 'the stored operations were not prepared');
  });
  return {
    ...server,
    async close() {
      warming.abort();
      await server.close();
    },
  };
}
