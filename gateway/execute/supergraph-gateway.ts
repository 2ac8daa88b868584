import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { borderErrors } from '../error-border.ts';
import type { GatewayContext } from '../request-context.ts';
import type { ServedSupergraph } from './served-supergraph.ts';

type ApolloGateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<ApolloGateway['load']>>['executor']>;
type RequestContext = Parameters<Executor>[0];
type Listener = Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0];

/** A supergraph in use and the number of requests that still need it. */
interface Holder {
  readonly served: ServedSupergraph;
  running: number;
  isReplaced: boolean;
}

/**
 * What Apollo Server asks for answers. It holds one supergraph, which can be replaced between two requests: a request finishes on the one that it was
 * validated against, and the old one closes after its last request.
 */
export class SupergraphGateway implements ApolloGateway {
  #current: Holder;
  readonly #bySchema = new WeakMap<GraphQLSchema, Holder>();
  readonly #listeners = new Set<Listener>();

  constructor(served: ServedSupergraph) {
    this.#current = this.#hold(served);
  }

  get served(): ServedSupergraph {
    return this.#current.served;
  }

  /** Serves another supergraph from the next request on. */
  replace(served: ServedSupergraph): void {
    const old = this.#current;
    this.#current = this.#hold(served);
    for (const listener of this.#listeners) this.#tell(listener);
    old.isReplaced = true;
    closeIfIdle(old);
  }

  onSchemaLoadOrUpdate(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load(): Promise<{ executor: Executor }> {
    for (const listener of this.#listeners) this.#tell(listener);
    return { executor: (request) => this.#execute(request) };
  }

  async stop(): Promise<void> {
    await this.#current.served.close();
  }

  #hold(served: ServedSupergraph): Holder {
    const holder: Holder = { served, running: 0, isReplaced: false };
    this.#bySchema.set(served.schema, holder);
    return holder;
  }

  #tell(listener: Listener): void {
    const { schema, text } = this.#current.served;
    listener({ apiSchema: schema, coreSupergraphSdl: text });
  }

  async #execute({ schema, document, operation, queryHash, request, context }: RequestContext): Promise<Awaited<ReturnType<Executor>>> {
    if (!operation) return { errors: [new GraphQLError(unresolved(request.operationName))] };
    const holder = this.#bySchema.get(schema) ?? this.#current;
    holder.running += 1;
    try {
      const variables = request.variables ?? {};
      const execution = await holder.served.prepare(queryHash, document, operation).execute(variables, context as GatewayContext);
      if ('refused' in execution) return { errors: execution.refused };
      const { data, errors } = execution;
      if (errors.length === 0) return { data };
      const sent = { query: request.query ?? '', variables };
      return { data, errors: borderErrors(errors, data, sent, context as GatewayContext) };
    } finally {
      holder.running -= 1;
      closeIfIdle(holder);
    }
  }
}

function closeIfIdle({ served, running, isReplaced }: Holder): void {
  // Nobody can wait for it here; a pool that fails to close has nothing more to lose.
  if (isReplaced && running === 0) served.close().catch(() => undefined);
}

function unresolved(operationName: string | undefined): string {
  return operationName === undefined
    ? 'Must provide operation name if query contains multiple operations.'
    : `Unknown operation named "${operationName}".`;
}
