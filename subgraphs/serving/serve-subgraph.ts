import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { contractErrors } from '../contract/errors.ts';
import type { RunningSubgraph } from '../contract/subgraph-module.ts';
import { errorFacts } from '../../http/error-facts.ts';
import type { KnownError } from '../../http/format-error.ts';
import { counter, alone, type ReadFamilies } from '../../http/metrics/family.ts';
import type { MetricsPlace } from '../../http/metrics/metrics-place.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from '../../http/limits.ts';
import { openGraphqlServer } from '../../http/open-graphql-server.ts';
import type { RequestFacts } from '../../http/request-facts.ts';
import { sendFault } from '../../http/send-fault.ts';
import { traceOf } from '../../http/tracing/trace-of.ts';
import type { TracingSettings } from '../../http/tracing/tracing-settings.ts';
import { RevisionLedger } from './revision-ledger.ts';
import { type LabelledContext, revisionsPlugin } from './revisions-plugin.ts';

/** The data of a subgraph's own database. */
export interface OwnData {
  /** As labels write it: the country's code, or HUB. */
  readonly name: string;
  /** The revision that the data has now, or had a moment ago. */
  readonly revision: () => Promise<string>;
}

export interface SubgraphServerOptions<Context extends LabelledContext> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Makes the context of a request; its `revisions` is the ledger that it is given, in which the subgraph's own data stands already. */
  readonly context: (facts: RequestFacts, revisions: RevisionLedger) => Context;
  readonly data: OwnData;
  readonly log: Logger;
  /** Errors that this subgraph raises beside those of the contract. */
  readonly knownErrors?: Readonly<Record<string, KnownError>>;
  /** Where it tells what it counts; absent: beside everything else. */
  readonly metricsPlace?: MetricsPlace | undefined;
  /** Where it sends spans; absent, or null: none are made. */
  readonly tracing?: TracingSettings | null | undefined;
  /** What it counts besides its requests. */
  readonly families: ReadFamilies;
  /** Closes what the subgraph opened, after the last request. */
  readonly close: () => Promise<void>;
}

/** A gateway writes out fragments and adds keys, so its question is longer than the client's, which it has limited already. */
const SUBGRAPH_LIMITS: HttpLimits = { ...DEFAULT_HTTP_LIMITS, maxTokens: 20_000, maxBodyBytes: 1_048_576 };

/** Puts a subgraph's schema behind GraphQL over HTTP. It is ready as soon as it exists: its database is open by then. */
export async function serveSubgraph<Context extends LabelledContext>(options: SubgraphServerOptions<Context>): Promise<RunningSubgraph> {
  const { name, schema, context, data, log, knownErrors, metricsPlace = 'beside', tracing, families, close } = options;
  const changes = watchChanges(data);
  const server = await openGraphqlServer<Context>({
    name,
    log,
    apollo: { schema, plugins: [revisionsPlugin<Context>()] },
    context: async (facts) => context(facts, await openLedger(data)),
    isReady: () => true,
    limits: SUBGRAPH_LIMITS,
    knownErrors: { ...contractErrors, ...knownErrors },
    tracing,
    metrics: { place: metricsPlace, families: async () => [...(await families()), ...(await changes())] },
    addRoutes: (app) => addRevision(app, data, log),
  });
  let closed: Promise<void> | null = null;
  return {
    listen: (address) => server.listen(address),
    close: () => (closed ??= server.close().then(close)),
  };
}

/** Counts, from one reading of the metrics to the next, whether the data changed. */
function watchChanges({ revision }: OwnData): ReadFamilies {
  let last: string | null = null;
  let changes = 0;
  return async () => {
    const now = await revision();
    if (last !== null && last !== now) changes += 1;
    last = now;
    return [
      counter('birge_data_changes_total', 'How often the published data were other ones than at the reading before.', alone(changes)),
    ];
  };
}

/** The revision is read before anything else of the request, so a commit meanwhile makes the label too old, never too new. */
async function openLedger({ name, revision }: OwnData): Promise<RevisionLedger> {
  const ledger = new RevisionLedger();
  // Who cannot read it answers without a label; what is wrong with the database, the answer itself tells.
  ledger.use(name, await revision().catch(() => null));
  return ledger;
}

/**
 * `/revision`: the current revision of the subgraph's own data.
 * Shape   `{ "KZ": "5f0c…" }`
 * Errors  503 SERVICE_UNAVAILABLE while the database cannot be read
 */
function addRevision(app: FastifyInstance, { name, revision }: OwnData, log: Logger): void {
  app.get('/revision', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      return { [name]: await revision() };
    } catch (error) {
      log.error({ requestId: request.id, traceId: traceOf(request).traceId, cause: errorFacts(error) }, 'the data revision cannot be read');
      return sendFault(reply, 'SERVICE_UNAVAILABLE');
    }
  });
}
