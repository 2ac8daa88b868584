import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerOptionsWithSchema,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ValidationRule } from 'graphql';
import type { Logger } from 'pino';
import { answerGraphql } from './answer-graphql.ts';
import type { AnswerKeeper } from './answer-keeper.ts';
import { createApp } from './create-app.ts';
import { createErrorFormatter, type KnownError } from './format-error.ts';
import { addHealth, type Health } from './health.ts';
import type { HttpLimits } from './limits.ts';
import type { ReadFamilies } from './metrics/family.ts';
import type { MetricsPlace } from './metrics/metrics-place.ts';
import { RequestMeter } from './metrics/request-meter.ts';
import { serveMetrics } from './metrics/serve-metrics.ts';
import { openSpans } from './tracing/open-spans.ts';
import type { TracingSettings } from './tracing/tracing-settings.ts';
import { refusalsPlugin } from './refusals.ts';
import { watchAnswers } from './watch-answers.ts';
import type { RequestFacts } from './request-facts.ts';

/** What answers the queries: a subgraph's schema, or a gateway over others. */
export type ApolloPart<C extends BaseContext> = (
  | Pick<ApolloServerOptionsWithSchema<C>, 'schema'>
  | Pick<ApolloServerOptionsWithGateway<C>, 'gateway'>
) & {
  readonly plugins?: readonly ApolloServerPlugin<C>[];
  /** Rules beside those of the GraphQL specification. */
  readonly validationRules?: readonly ValidationRule[];
};

export interface GraphqlServerOptions<C extends BaseContext> {
  /** Stands in every log line. */
  readonly name: string;
  readonly log: Logger;
  readonly apollo: ApolloPart<C>;
  readonly context: (facts: RequestFacts) => C | Promise<C>;
  readonly isReady: () => boolean | Promise<boolean>;
  readonly limits: HttpLimits;
  /** Codes this process raises itself; an error with any other code leaves as INTERNAL_SERVER_ERROR. */
  readonly knownErrors?: Readonly<Record<string, KnownError>>;
  /** Gives answers again; absent: every request is executed. */
  readonly keeper?: AnswerKeeper<C> | null;
  readonly addRoutes?: (app: FastifyInstance) => void;
  /** Absent: what every server counts, beside everything else. */
  readonly metrics?: ToldMetrics<C>;
  /** Where spans are sent; absent, or null: none are made. */
  readonly tracing?: TracingSettings | null | undefined;
}

/** What a server tells of itself at /metrics. */
export interface ToldMetrics<C extends BaseContext> {
  readonly place: MetricsPlace;
  /** Operations that are told apart; absent: none is. */
  readonly operations?: ReadonlySet<string>;
  /** Name of the operation that a request asks; absent, or null: it has none that may be told apart. */
  readonly operationOf?: (context: C) => string | null;
  /** What this process counts besides its requests. */
  readonly families?: ReadFamilies;
}

export interface GraphqlServer {
  readonly app: FastifyInstance;
  /** Resolves with the address of the GraphQL endpoint, such as http://127.0.0.1:4000/graphql; port 0 takes a free one. */
  listen(address: { readonly host: string; readonly port: number }): Promise<string>;
  /** Not ready at once, running requests finish, then connections close; a second call waits for the same end. */
  close(): Promise<void>;
}

/**
 * A server for GraphQL over HTTP that does not listen yet.
 * Errors  throws what Apollo Server throws for a schema or supergraph it cannot use
 * Source  https://graphql.github.io/graphql-over-http/draft/
 */
export async function openGraphqlServer<C extends BaseContext>(options: GraphqlServerOptions<C>): Promise<GraphqlServer> {
  const { limits } = options;
  const log = options.log.child({ process: options.name });
  let isStopping = false;
  const { place, operations = null, operationOf = () => null, families } = options.metrics ?? { place: 'beside' };
  const meter = new RequestMeter(operations);
  const apollo = await startApollo(options, log);
  const spans = options.tracing == null ? null : await openSpans(options.tracing, log);
  const app = await createApp(limits, log, () => isStopping, meter, spans);
  const health = addHealth(app, options.isReady, () => isStopping);
  const { context, keeper = null } = options;
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: watchAnswers(answerGraphql({ apollo, context, parseBody: takeJsonAsText(app), keeper, meter, operationOf }), meter),
  });
  options.addRoutes?.(app);
  const metrics = serveMetrics(app, place, [() => meter.families(), ...(families === undefined ? [] : [families])], log);

  async function stop(): Promise<void> {
    isStopping = true;
    await drain(app, health, limits.drainMs);
    const cut = setTimeout(() => app.server.closeAllConnections(), limits.finishMs);
    await app.close();
    clearTimeout(cut);
    metrics.close();
    await spans?.close();
    await apollo.stop();
  }
  let stopped: Promise<void> | null = null;
  return {
    app,
    async listen(address) {
      await metrics.listen();
      await app.listen(address);
      const { port } = app.server.address() as AddressInfo;
      return `http://${address.host.includes(':') ? `[${address.host}]` : address.host}:${port}/graphql`;
    },
    close: () => (stopped ??= stop()),
  };
}

/**
 * Pages and reports to others: an environment variable alone would switch some of them on. And hints for caches, of which no schema of
 * Birge has one: they would be looked for at every field of every row.
 */
const switchedOff = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
];

async function startApollo<C extends BaseContext>({ apollo: part, limits, knownErrors }: GraphqlServerOptions<C>, log: Logger) {
  const apollo = new ApolloServer<C>({
    ...part,
    // The process's own plugins first: they may still reword the errors that the refusals plugin counts.
    validationRules: [...(part.validationRules ?? [])],
    plugins: [...(part.plugins ?? []), refusalsPlugin<C>(limits.maxRequestErrors), ...switchedOff],
    logger: log,
    formatError: createErrorFormatter(knownErrors ?? {}, limits.maxTokens, log),
    parseOptions: { maxTokens: limits.maxTokens },
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    // Said here, so that NODE_ENV changes nothing.
    nodeEnv: 'production',
  });
  await apollo.start();
  return apollo;
}

/**
 * Connections vanish by themselves while draining, since every answer closes its own. Without any it ends early only where nobody looks at readiness:
 * whoever does may not have looked yet, and the next request would be refused.
 */
async function drain(app: FastifyInstance, health: Health, drainMs: number): Promise<void> {
  const count = () => new Promise<number>((resolve) => app.server.getConnections((_error, open) => resolve(open)));
  for (let waitedMs = 0; waitedMs < drainMs && app.server.listening; waitedMs += 50) {
    if (!health.isWatched() && (await count()) === 0) return;
    await wait(50);
  }
}

/**
 * Leaves a JSON body as it was sent until it has to be understood: an answer that is given again needs its bytes alone.
 * Shape   app -> what parses such a body, as Fastify would have
 */
function takeJsonAsText(app: FastifyInstance): (request: FastifyRequest, body: string) => Promise<unknown> {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  return (request, body) =>
    new Promise((resolve, reject) => {
      void parse(request, body, (error, value) => (error === null ? resolve(value) : reject(error)));
    });
}
