import type { Logger } from 'pino';
import type { CallEnvironment } from '../http/calls/member-calls.ts';
import { CallMeters } from '../http/metrics/call-meters.ts';
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
import { gatewayFamilies } from './gateway-families.ts';
import { createLimits } from './limits/create-limits.ts';
import { limitErrors } from './limits/errors.ts';
import type { LimitedContext } from './limits/limited-context.ts';
import { loadSupergraph } from './load-supergraph.ts';
import { readPreparedQueries } from './prepared-queries.ts';
import { readSubgraphUrls } from './read-subgraph-urls.ts';
import { readSupergraph, type Supergraph } from './read-supergraph.ts';
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
  const meters = new CallMeters();
  const plans = { found: 0, made: 0 };
  const load = (changed: Supergraph) => loadSupergraph(changed, config, { lines, meters, plans, hear, now, log });
  const gateway = new SupergraphGateway(load(supergraph));
  cache.serve(supergraph);
  const limits = createLimits(config, now);
  const server = await openGraphqlServer<LimitedContext>({
    name: 'gateway',
    log,
    apollo: { gateway, plugins: [documents.plugin, limits.plugin, gateway.plugin], validationRules: limits.validationRules },
    context: (facts) => {
      const { requestId, trace, timeLeftMs, departure } = facts;
      const allowedMs = Math.min(config.requestTimeoutMs, timeLeftMs ?? config.requestTimeoutMs);
      const basis = new AnswerBasis();
      return {
        requestId,
        trace,
        client: limits.clientOf(facts),
        deadlineMs: now() + allowedMs,
        departure,
        basis,
        asked: { operation: null },
      };
    },
    keeper: cache.answers,
    isReady: () => true,
    tracing: config.tracing,
    metrics: {
      place: config.metrics,
      operations: documents.names,
      operationOf: ({ asked }) => asked.operation,
      families: () => [
        ...meters.families(),
        ...gatewayFamilies({
          cache: cache.answers,
          plans,
          plansKept: gateway.served.preparedCount,
          supergraph: following.state,
          nowMs: now(),
        }),
      ],
    },
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
    now,
    async prepare(changed) {
      const served = load(changed);
      await warm(served);
      return served;
    },
    replace(served, changed) {
      gateway.replace(served);
      cache.serve(changed);
      meters.retain(new Set([...readSubgraphUrls(changed.document)].map(([name]) => name)));
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
