import { openGraphqlServer, type GraphqlServer } from '../http/open-graphql-server.ts';
import type { GatewayConfig } from './config.ts';
import { documentErrors } from './documents/errors.ts';
import { openDocuments } from './documents/open-documents.ts';
import { gatewayErrors } from './errors.ts';
import { SupergraphGateway } from './execute/supergraph-gateway.ts';
import { addGraphiql } from './graphiql.ts';
import { createLimits } from './limits/create-limits.ts';
import { limitErrors } from './limits/errors.ts';
import type { LimitedContext } from './limits/limited-context.ts';
import { loadSupergraph, type SourceEnvironment } from './load-supergraph.ts';
import { readPreparedQueries } from './prepared-queries.ts';
import { reasonOf } from './read-supergraph.ts';
import { warmPlans } from './warm-plans.ts';

/**
 * Wires a gateway over the stored supergraph; it does not listen, and no subgraph is asked until a query comes.
 * Errors  SupergraphError when the file is missing or unusable
 */
export async function createGateway(config: GatewayConfig, environment: SourceEnvironment): Promise<GraphqlServer> {
  const { log, now } = environment;
  const documents = await openDocuments(config, log);
  const gateway = new SupergraphGateway(await loadSupergraph(config, environment));
  const limits = createLimits(config);
  const server = await openGraphqlServer<LimitedContext>({
    name: 'gateway',
    log,
    apollo: { gateway, plugins: [documents, limits.plugin], validationRules: limits.validationRules },
    context: (facts) => {
      const { requestId, timeLeftMs, signal } = facts;
      const allowedMs = Math.min(config.requestTimeoutMs, timeLeftMs ?? config.requestTimeoutMs);
      return { requestId, client: limits.clientOf(facts), deadlineMs: now() + allowedMs, clientLeft: signal };
    },
    isReady: () => true,
    limits: { ...limits.http, drainMs: config.drainMs, finishMs: config.requestTimeoutMs },
    knownErrors: { ...gatewayErrors, ...limitErrors, ...documentErrors },
    addRoutes: (app) => {
      limits.addRate(app);
      addGraphiql(app, async () => readPreparedQueries(config.operationsFolder, gateway.served.schema));
    },
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
