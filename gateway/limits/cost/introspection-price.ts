import { getIntrospectionQuery, parse, type GraphQLSchema } from 'graphql';
import { definitionsOf } from '../measure-operation.ts';
import { valueOf } from './amount.ts';
import { estimateCost, type IntrospectionPrice } from './estimate-cost.ts';
import { introspectionSizes } from './introspection-sizes.ts';

/** The whole schema, as tools ask for it, in points; so five times in one query is one too many, whatever the size of the schema. */
const WHOLE_SCHEMA_COST = 1_000;

/** Prices introspection of one schema: no country is asked, but an alias more is the whole schema once more. */
export function introspectionPrice(schema: GraphQLSchema): IntrospectionPrice {
  const sizes = introspectionSizes(schema);
  const { operations, fragments } = definitionsOf(parse(getIntrospectionQuery()));
  const [operation] = operations;
  if (operation === undefined) throw new Error('graphql-js wrote no introspection query');
  const prices = { weights: new Map<string, number>(), sizes: new Map() };
  const objects = valueOf(estimateCost({ operation, fragments, schema, prices }, { weight: 1, sizes }), {});
  return { weight: WHOLE_SCHEMA_COST / Math.max(1, objects), sizes };
}
