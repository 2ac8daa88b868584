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
  /** Prepares an operation before anybody asks it; one that does not fit the schema is left alone. */
  warm(query: string): void;
}

/** Operations kept prepared; the least recently asked goes first. */
const MAX_OPERATIONS = 1_000;

/**
 * Builds what serves a supergraph.
 * Errors  throws what `@apollo/federation-internals` says of a text that is no supergraph
 */
export function serveSupergraph(text: string, document: DocumentNode, prepareAsk: PrepareAsk): ServedSupergraph {
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
  const prepare: ServedSupergraph['prepare'] = (queryHash, query, operation) => {
    const key = `${queryHash} ${operation.name?.value ?? ''}`;
    const known = operations.get(key);
    if (known !== undefined) return known;
    const prepared = prepareOperation(query, operation, preparation);
    operations.set(key, prepared);
    return prepared;
  };
  return {
    text,
    schema: preparation.schema,
    prepare,
    warm(query) {
      const parsed = parse(query);
      const operation = getOperationAST(parsed);
      if (operation && validate(preparation.schema, parsed).length === 0) prepare(hashOf(query), parsed, operation);
    },
  };
}

/** As Apollo Server names a query's text. */
function hashOf(query: string): string {
  return createHash('sha256').update(query).digest('hex');
}
