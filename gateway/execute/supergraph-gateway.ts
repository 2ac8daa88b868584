import {
  HeaderMap,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type GraphQLRequest,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
} from '@apollo/server';
import { GraphQLError, OperationTypeNode, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { newSpanId } from '../../http/tracing/request-trace.ts';
import { WrittenData } from '../../http/written-data.ts';
import { borderErrors } from '../error-border.ts';
import type { GatewayContext } from '../request-context.ts';
import type { PreparedOperation } from './prepare-operation.ts';
import type { ServedSupergraph } from './served-supergraph.ts';

type ApolloGateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<ApolloGateway['load']>>['executor']>;
type Result = Awaited<ReturnType<Executor>>;
type Asked = Pick<Parameters<Executor>[0], 'schema' | 'document' | 'operation' | 'queryHash' | 'context'> & {
  readonly request: Pick<GraphQLRequest, 'query' | 'operationName' | 'variables'>;
};
type Listener = Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0];

const NO_HEAD = { headers: new HeaderMap() };
/** Stands for a result that never came; why, Apollo Server hears when it asks. */
const FAILED: Result = { errors: [] };

/**
 * What Apollo Server asks for answers. It holds one supergraph, which can be replaced at any time: a request finishes on the one that it was
 * validated against, and an old one goes with its last request.
 */
export class SupergraphGateway implements ApolloGateway {
  #current: ServedSupergraph;
  readonly #bySchema = new WeakMap<GraphQLSchema, ServedSupergraph>();
  readonly #listeners = new Set<Listener>();
  /** Results with errors that Apollo Server has yet to ask for, by the request's context. */
  readonly #waiting = new WeakMap<object, Promise<Result>>();

  /**
   * Answers the requests with which nothing is wrong. Apollo Server's own call of an executor makes an object with accessors for each request, and V8 keeps
   * what such an object reaches, the data too, until it collects all garbage. A result with errors goes that way: Apollo Server formats them.
   */
  readonly plugin: ApolloServerPlugin<GatewayContext> = {
    requestDidStart: async () => this.#listener,
  };

  readonly #listener = {
    responseForOperation: async (request: GraphQLRequestContextResponseForOperation<GatewayContext>): Promise<GraphQLResponse | null> => {
      const { schema, document, operation, queryHash = '', contextValue: context } = request;
      const result = this.#execute({ schema, document, operation, queryHash, request: request.request, context });
      const { data, errors } = await result.catch(() => FAILED);
      if (errors === undefined) return { http: NO_HEAD, body: { kind: 'single', singleResult: { data: data ?? null } } };
      this.#waiting.set(context, result);
      return null;
    },
  };

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
    return { executor: (request) => this.#waiting.get(request.context) ?? this.#execute(request) };
  }

  async stop(): Promise<void> {
    this.#listeners.clear();
  }

  #tell(listener: Listener): void {
    const { schema, text } = this.#current;
    listener({ apiSchema: schema, coreSupergraphSdl: text });
  }

  async #execute({ schema, document, operation, queryHash, request, context }: Asked): Promise<Result> {
    if (!operation) return { errors: [new GraphQLError(unresolved(request.operationName))] };
    const served = this.#bySchema.get(schema) ?? this.#current;
    const variables = request.variables ?? {};
    const prepared = prepareTold(served, { queryHash, document, operation }, context as GatewayContext);
    const execution = await prepared.execute(variables, context as GatewayContext);
    if ('refused' in execution) return { errors: execution.refused };
    const { data, errors } = execution;
    // What is written has no errors.
    if (errors.length === 0 || data instanceof WrittenData) {
      if (operation.operation === OperationTypeNode.QUERY) (context as GatewayContext).basis.complete();
      return { data };
    }
    const sent = { query: request.query ?? '', variables };
    return { data, errors: borderErrors(errors, data, sent, context as GatewayContext) };
  }
}

interface Prepared {
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Prepares an operation, and tells how long it took where somebody wants to know and it was not prepared before. */
function prepareTold(served: ServedSupergraph, { queryHash, document, operation }: Prepared, { trace }: GatewayContext): PreparedOperation {
  if (trace.spans === null) return served.prepare(queryHash, document, operation);
  const [begunMs, before] = [performance.now(), served.preparedCount];
  const prepared = served.prepare(queryHash, document, operation);
  const isNew = served.preparedCount !== before;
  if (isNew) {
    const endedMs = performance.now();
    trace.tell({ name: 'plan', kind: 'INTERNAL', spanId: newSpanId(), begunMs, endedMs, attributes: {}, failure: null });
  }
  return prepared;
}

function unresolved(operationName: string | undefined): string {
  return operationName === undefined
    ? 'Must provide operation name if query contains multiple operations.'
    : `Unknown operation named "${operationName}".`;
}
