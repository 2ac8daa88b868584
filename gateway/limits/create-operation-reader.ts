import { parse, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Amount } from './cost/amount.ts';
import { estimateCost } from './cost/estimate-cost.ts';
import { introspectionPrice } from './cost/introspection-price.ts';
import { readPrices } from './cost/read-prices.ts';
import { definitionsOf } from './measure-operation.ts';
import { readPages } from './page-size.ts';

/** What the limits need to know of an operation; variables make numbers of it. */
export interface OperationReading {
  readonly cost: Amount;
  readonly pages: readonly Amount[];
}

/**
 * Reads operations of one supergraph, each once: what Apollo Server keeps parsed is kept read as well, and goes with it.
 * Shape   schema, text of the supergraph with its prices -> reader
 */
export function createOperationReader(schema: GraphQLSchema, supergraph: string) {
  const prices = readPrices(parse(supergraph, { noLocation: true }));
  const introspection = introspectionPrice(schema);
  const readings = new WeakMap<OperationDefinitionNode, OperationReading>();
  return (document: DocumentNode, operation: OperationDefinitionNode): OperationReading => {
    const known = readings.get(operation);
    if (known !== undefined) return known;
    const asked = { operation, fragments: definitionsOf(document).fragments, schema, prices };
    const reading = { cost: estimateCost(asked, introspection), pages: readPages(asked) };
    readings.set(operation, reading);
    return reading;
  };
}
