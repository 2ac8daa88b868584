import { ApolloGateway } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { DEFAULT_HTTP_LIMITS } from '../http/limits.ts';
import { openGraphqlServer, type GraphqlServer } from '../http/open-graphql-server.ts';
import { routingKey, type GatewayConfig } from './config.ts';
import { errorBorder } from './error-border.ts';
import { gatewayErrors } from './errors.ts';
import { addGraphiql } from './graphiql.ts';
import { readPreparedQueries } from './prepared-queries.ts';
import { readMembers } from './read-members.ts';
import { readSupergraph, reasonOf, SupergraphError } from './read-supergraph.ts';
import type { GatewayContext } from './request-context.ts';
import { SubgraphSource } from './sources/subgraph-source.ts';
import { readSubgraphTypes } from './sources/subgraph-types.ts';

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
  const supergraph = await readSupergraph(config.supergraphFile);
  const members = readMembers(supergraph.document);
  const sources: SubgraphSource[] = [];
  let schema: GraphQLSchema | null = null;
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.text,
    logger: log,
    buildService({ name, url }) {
      const member = members.get(name) ?? null;
      const source = new SubgraphSource({
        name,
        url: config.routingUrls.get(routingKey(name)) ?? url ?? '',
        member,
        speaksFor: new Set(member === null ? [...members.values()].map(({ country }) => country) : []),
        types: readSubgraphTypes(supergraph.document, name),
        timeoutMs: member === null ? config.subgraphTimeoutMs : config.countryTimeoutMs,
        maxAnswerBytes: config.maxAnswerBytes,
        now,
        log,
      });
      sources.push(source);
      return source;
    },
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });
  const server = await openGraphqlServer<GatewayContext>({
    name: 'gateway',
    log,
    apollo: { gateway, plugins: [errorBorder] },
    context: ({ requestId, timeLeftMs, signal }) => {
      const allowedMs = Math.min(config.requestTimeoutMs, timeLeftMs ?? config.requestTimeoutMs);
      return { requestId, deadlineMs: now() + allowedMs, clientLeft: signal };
    },
    isReady: () => schema !== null,
    limits: { ...DEFAULT_HTTP_LIMITS, drainMs: config.drainMs, finishMs: config.requestTimeoutMs },
    knownErrors: gatewayErrors,
    addRoutes: (app) => addGraphiql(app, async () => (schema === null ? [] : readPreparedQueries(config.operationsFolder, schema))),
  }).catch((error: unknown) => {
    throw new SupergraphError(supergraph.file, reasonOf(error));
  });
  return {
    ...server,
    async close() {
      await server.close();
      await Promise.all(sources.map((source) => source.close()));
    },
  };
}
