import { createHash } from 'node:crypto';
import { Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { getOperationAST, parse, validate, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { PrepareAsk } from './ask.ts';
import { prepareOperation, type Preparation, type PreparedOperation } from './prepare-operation.ts';
import { readTypeRelations } from './type-relations.ts';

/** Everything that one supergraph text determines: replaced as a whole, never changed. */
export interface ServedSupergraph {
  readonly text: string;
  readonly schema: GraphQLSchema;
  /**
   * The operation, prepared now or before.
   * Errors  GraphQLError for one that cannot be served
   */
  prepare(queryHash: string, document: DocumentNode, operation: OperationDefinitionNode): PreparedOperation;
  /** Operations that are prepared. */
  readonly preparedCount: number;
  /** Prepares an operation before anybody asks it; one that does not fit the schema is left alone. */
  warm(query: string): void;
}

/** How often the plan of a request was there, and how often it was made for it; it goes on over all supergraphs of a process. */
export interface PlanCounts {
  found: number;
  made: number;
}

/** Operations kept prepared; the least recently asked goes first. */
const MAX_OPERATIONS = 1_000;

/**
 * Builds what serves a supergraph.
 * Errors  throws what `@apollo/federation-internals` says of a text that is no supergraph
 */
export function serveSupergraph(
  text: string,
  document: DocumentNode,
  prepareAsk: PrepareAsk,
  counts: PlanCounts = { found: 0, made: 0 },
): ServedSupergraph {
  const supergraph = FederationSupergraph.build(document, { validateSupergraph: true });
  const apiSchema = supergraph.apiSchema();
  const preparation: Preparation = {
    apiSchema,
    schema: apiSchema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph),
    isOfType: readTypeRelations(document),
    prepareAsk,
  };
  const operations = new LRUCache<string, PreparedOperation>({ max: MAX_OPERATIONS });
  const add = (key: string, query: DocumentNode, operation: OperationDefinitionNode): PreparedOperation => {
    const prepared = prepareOperation(query, operation, preparation);
    operations.set(key, prepared);
    return prepared;
  };
  return {
    text,
    schema: preparation.schema,
    prepare(queryHash, query, operation) {
      const key = keyOf(queryHash, operation);
      const known = operations.get(key);
      counts[known === undefined ? 'made' : 'found'] += 1;
      return known ?? add(key, query, operation);
    },
    get preparedCount() {
      return operations.size;
    },
    warm(query) {
      const parsed = parse(query);
      const operation = getOperationAST(parsed);
      if (!operation || validate(preparation.schema, parsed).length > 0) return;
      const key = keyOf(hashOf(query), operation);
      if (!operations.has(key)) add(key, parsed, operation);
    },
  };
}

function keyOf(queryHash: string, { name }: OperationDefinitionNode): string {
  return `${queryHash} ${name?.value ?? ''}`;
}

/** As Apollo Server names a query's text. */
function hashOf(query: string): string {
  return createHash('sha256').update(query).digest('hex');
}
