import type { Logger } from 'pino';
import type { CallEnvironment } from '../http/calls/member-calls.ts';
import { openGraphqlServer, type GraphqlServer } from '../http/open-graphql-server.ts';
import { AnswerBasis } from './cache/answer-basis.ts';
import { openCache } from './cache/open-cache.ts';
import type { GatewayConfig } from './config.ts';
import { documentErrors } from './documents/errors.ts';
import { openDocuments } from './documents/open-documents.ts';
import { gatewayErrors } from './errors.ts';
import { SupergraphGateway } from './execute/supergraph-gateway.ts';
import { followSupergraph } from './follow-supergraph.ts';
import { addGraphiql } from './graphiql.ts';
import { createLimits } from './limits/create-limits.ts';
import { limitErrors } from './limits/errors.ts';
import type { LimitedContext } from './limits/limited-context.ts';
import { loadSupergraph } from './load-supergraph.ts';
import { readPreparedQueries } from './prepared-queries.ts';
import { readSupergraph } from './read-supergraph.ts';
import { openLines } from './sources/open-lines.ts';
import { warmPlans } from './warm-plans.ts';

export interface GatewayDependencies extends CallEnvironment {
  readonly log: Logger;
}

/** A server that follows its supergraph file. */
export interface Gateway extends GraphqlServer {
  /** Looks at the supergraph file now; ends when a changed one is served, or refused. */
  reload(): Promise<void>;
}

/**
 * Wires a gateway over the stored supergraph; it does not listen, and no subgraph is asked until a query comes.
 * Errors  SupergraphError when the file is missing or unusable
 */
export async function createGateway(config: GatewayConfig, { log, now, random }: GatewayDependencies): Promise<Gateway> {
  const documents = await openDocuments(config, log);
  const lines = openLines(config.breakerOpenMs, { now, random });
  const supergraph = await readSupergraph(config.supergraphFile);
  const cache = await openCache(config, now, log);
  const { hear } = cache;
  const gateway = new SupergraphGateway(loadSupergraph(supergraph, config, { lines, hear, now, log }));
  cache.serve(supergraph);
  const limits = createLimits(config);
  const server = await openGraphqlServer<LimitedContext>({
    name: 'gateway',
    log,
    apollo: { gateway, plugins: [documents, limits.plugin], validationRules: limits.validationRules },
    context: (facts) => {
      const { requestId, timeLeftMs, signal } = facts;
      const allowedMs = Math.min(config.requestTimeoutMs, timeLeftMs ?? config.requestTimeoutMs);
      return { requestId, client: limits.clientOf(facts), deadlineMs: now() + allowedMs, clientLeft: signal, basis: new AnswerBasis() };
    },
    keeper: cache.answers,
    isReady: () => true,
    limits: { ...limits.http, drainMs: config.drainMs, finishMs: config.requestTimeoutMs },
    knownErrors: { ...gatewayErrors, ...limitErrors, ...documentErrors },
    addRoutes: (app) => {
      limits.addRate(app);
      addGraphiql(app, async () => readPreparedQueries(config.operationsFolder, gateway.served.schema));
    },
  });
  const warming = new AbortController();
  const warm = (served: typeof gateway.served) => warmPlans(served, config.operationsFolder, warming.signal, log);
  void warm(gateway.served);
  const following = followSupergraph({
    file: config.supergraphFile,
    pollMs: config.supergraphPollMs,
    text: supergraph.text,
    async prepare(changed) {
      const served = loadSupergraph(changed, config, { lines, hear, now, log });
      await warm(served);
      return served;
    },
    replace(served, changed) {
      gateway.replace(served);
      cache.serve(changed);
    },
    log,
  });
  return {
    ...server,
    reload: () => following.look(),
    async close() {
      following.stop();
      warming.abort();
      await server.close();
      await lines.close();
      await cache.close();
    },
  };
}
