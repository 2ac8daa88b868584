import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Prices } from './cost/read-prices.ts';

/** The one operation of a document that a request asks for, and what is known of its fields. */
export interface AskedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly schema: GraphQLSchema;
  readonly prices: Prices;
}
