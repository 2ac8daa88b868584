import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { getOperationAST, isAbstractType, parse, type GraphQLSchema } from 'graphql';
import type { Ask } from '../../../gateway/execute/ask.ts';
import { serveSupergraph } from '../../../gateway/execute/served-supergraph.ts';
import type { AnswerQuery, PlainAnswer } from './made-up-subgraph.ts';
import { openRequestContext } from '../request-context.ts';

/** What a gateway gave. `misfits`: places whose value did not fit its type. */
export interface Given {
  readonly data: unknown;
  readonly errorPaths: readonly (readonly (string | number)[] | undefined)[];
  /** Those of ours that are of one place exactly. */
  readonly exactPaths: readonly (readonly (string | number)[])[];
  readonly misfits: readonly (readonly (string | number)[])[];
}

export interface BothGateways {
  readonly schema: GraphQLSchema;
  ours(query: string, variables: Record<string, unknown>): Promise<Given>;
  stock(query: string, variables: Record<string, unknown>): Promise<Given>;
  /** How many requests each made since it was last asked. */
  takeCounts(): { readonly ours: number; readonly stock: number };
}

/** One supergraph behind this project's executor and behind Apollo's gateway, over the same subgraphs in this process. */
export async function openBothGateways(supergraph: string, subgraphs: ReadonlyMap<string, AnswerQuery>): Promise<BothGateways> {
  let counts = { ours: 0, stock: 0 };
  const answerOf = (name: string): AnswerQuery => {
    const answer = subgraphs.get(name);
    if (answer === undefined) throw new Error(`there is no ${name}`);
    return answer;
  };
  const served = serveSupergraph(supergraph, parse(supergraph), ({ subgraph, text, operationName }): Ask => {
    return async (variablesJson) => {
      counts.ours += 1;
      const { data, errors = [] } = await answerOf(subgraph)(text, JSON.parse(variablesJson) as Record<string, unknown>, operationName);
      const located = errors.map(({ path = [] }) => ({
        path: path[0] === '_entities' ? path.slice(1) : path,
        code: 'COUNTRY_ERROR' as const,
        country: null,
        // A fetch of entities that failed as a whole has no place of its own in the answer.
        details: path.length === 1 && path[0] === '_entities' ? 'whole fetch' : null,
      }));
      return { data, errors: located };
    };
  });
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    buildService: ({ name }): GraphQLDataSource => ({
      async process({ request }) {
        counts.stock += 1;
        const answer = await answerOf(name)(request.query ?? '', request.variables ?? {}, request.operationName);
        return withoutInterfaceNames(answer, served.schema);
      },
    }),
  });
  const { executor } = await gateway.load();
  const context = openRequestContext();
  return {
    schema: served.schema,
    async ours(query, variables) {
      const document = parse(query);
      const operation = getOperationAST(document);
      if (!operation) throw new Error('no operation');
      const execution = await served.prepare(query, document, operation).execute(variables, context);
      if ('refused' in execution) throw new Error(`refused: ${execution.refused.map(({ message }) => message).join('; ')}`);
      const { data, errors } = execution;
      return {
        data,
        errorPaths: errors.filter(({ isCompletion }) => !isCompletion).map(({ path }) => path),
        exactPaths: errors.filter(({ isCompletion, details }) => !isCompletion && details === null).map(({ path }) => path),
        misfits: errors.filter(({ isCompletion }) => isCompletion).map(({ path }) => path),
      };
    },
    async stock(query, variables) {
      const request = { query, variables };
      const result = await executor({
        request,
        document: parse(query),
        queryHash: query,
        context: {},
        metrics: {},
        logger: console,
      } as never);
      const { valueCompletion = [] } = (result.extensions ?? {}) as { valueCompletion?: { path: (string | number)[] }[] };
      return {
        data: result.data,
        errorPaths: (result.errors ?? []).map(({ path }) => path),
        exactPaths: [],
        misfits: valueCompletion.map(({ path }) => path),
      };
    },
    takeCounts() {
      const taken = counts;
      counts = { ours: 0, stock: 0 };
      return taken;
    },
  };
}

/**
 * The stock gateway takes the name that an interface object gives itself for the entity's type, and so forgets the concrete one that it knew: fields that
 * were asked of that type are then lost. Without the name it keeps what it knew.
 */
function withoutInterfaceNames(answer: PlainAnswer, schema: GraphQLSchema): PlainAnswer {
  const entities = answer.data?.['_entities'];
  if (!Array.isArray(entities)) return answer;
  for (const entity of entities as ({ __typename?: string } | null)[]) {
    if (entity?.__typename !== undefined && isAbstractType(schema.getType(entity.__typename))) delete entity.__typename;
  }
  return answer;
}
