import type { BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { contractErrors } from '../contract/errors.ts';
import type { RunningSubgraph } from '../contract/subgraph-module.ts';
import type { KnownError } from '../../http/format-error.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from '../../http/limits.ts';
import { openGraphqlServer } from '../../http/open-graphql-server.ts';
import type { RequestFacts } from '../../http/request-facts.ts';

export interface SubgraphServerOptions<Context extends BaseContext> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly context: (facts: RequestFacts) => Context;
  readonly log: Logger;
  /** Errors that this subgraph raises beside those of the contract. */
  readonly knownErrors?: Readonly<Record<string, KnownError>>;
  /** Closes what the subgraph opened, after the last request. */
  readonly close: () => Promise<void>;
}

/** A gateway writes out fragments and adds keys, so its question is longer than the client's, which it has limited already. */
const SUBGRAPH_LIMITS: HttpLimits = { ...DEFAULT_HTTP_LIMITS, maxTokens: 20_000, maxBodyBytes: 1_048_576 };

/** Puts a subgraph's schema behind GraphQL over HTTP. It is ready as soon as it exists: its database is open by then. */
export async function serveSubgraph<Context extends BaseContext>(options: SubgraphServerOptions<Context>): Promise<RunningSubgraph> {
  const { name, schema, context, log, knownErrors, close } = options;
  const server = await openGraphqlServer<Context>({
    name,
    log,
    apollo: { schema },
    context,
    isReady: () => true,
    limits: SUBGRAPH_LIMITS,
    knownErrors: { ...contractErrors, ...knownErrors },
  });
  let closed: Promise<void> | null = null;
  return {
    listen: (address) => server.listen(address),
    close: () => (closed ??= server.close().then(close)),
  };
}
