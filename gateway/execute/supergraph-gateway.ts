import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { borderErrors } from '../error-border.ts';
import type { GatewayContext } from '../request-context.ts';
import type { ServedSupergraph } from './served-supergraph.ts';

type ApolloGateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<ApolloGateway['load']>>['executor']>;
type RequestContext = Parameters<Executor>[0];
type Listener = Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0];

/**
 * What Apollo Server asks for answers. It holds one supergraph, which can be replaced at any time: a request finishes on the one that it was
 * validated against, and an old one goes with its last request.
 */
export class SupergraphGateway implements ApolloGateway {
  #current: ServedSupergraph;
  readonly #bySchema = new WeakMap<GraphQLSchema, ServedSupergraph>();
  readonly #listeners = new Set<Listener>();

  constructor(served: ServedSupergraph) {
    this.#current = served;
    this.#bySchema.set(served.schema, served);
  }

  get served(): ServedSupergraph {
    return this.#current;
  }

  /** Serves another supergraph from the next request on. */
  replace(served: ServedSupergraph): void {
    this.#current = served;
    this.#bySchema.set(served.schema, served);
    for (const listener of this.#listeners) this.#tell(listener);
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
    this.#listeners.clear();
  }

  #tell(listener: Listener): void {
    const { schema, text } = this.#current;
    listener({ apiSchema: schema, coreSupergraphSdl: text });
  }

  async #execute({ schema, document, operation, queryHash, request, context }: RequestContext): Promise<Awaited<ReturnType<Executor>>> {
    if (!operation) return { errors: [new GraphQLError(unresolved(request.operationName))] };
    const served = this.#bySchema.get(schema) ?? this.#current;
    const variables = request.variables ?? {};
    const execution = await served.prepare(queryHash, document, operation).execute(variables, context as GatewayContext);
    if ('refused' in execution) return { errors: execution.refused };
    const { data, errors } = execution;
    if (errors.length === 0) {
      if (operation.operation === OperationTypeNode.QUERY) (context as GatewayContext).basis.complete();
      return { data };
    }
    const sent = { query: request.query ?? '', variables };
    return { data, errors: borderErrors(errors, data, sent, context as GatewayContext) };
  }
}

function unresolved(operationName: string | undefined): string {
  return operationName === undefined
    ? 'Must provide operation name if query contains multiple operations.'
    : `Unknown operation named "${operationName}".`;
}
