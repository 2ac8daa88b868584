import type { DocumentNode, GraphQLError } from 'graphql';
import { refusal } from './errors.ts';
import type { GatewayLimits } from './limits.ts';
import { measureDocument } from './measure-operation.ts';

/** Levels of data, and levels that begin at `__schema` or `__type`. */
interface Depth {
  readonly ofData: number;
  readonly ofIntrospection: number;
}

const deeper = (one: Depth, other: Depth): Depth => ({
  ofData: Math.max(one.ofData, other.ofData),
  ofIntrospection: Math.max(one.ofIntrospection, other.ofIntrospection),
});

/**
 * Refuses a query whose fields stand too deep in each other; a root field is level 1, a fragment is no level. What asks for the schema is measured
 * apart: the usual query of tools is 15 levels deep.
 * Errors  QUERY_TOO_DEEP
 */
export function findDepthFault(document: DocumentNode, { maxDepth, maxIntrospectionDepth }: GatewayLimits): GraphQLError | null {
  const { ofData, ofIntrospection } = measureDocument<Depth>(
    document,
    {
      nothing: { ofData: 0, ofIntrospection: 0 },
      together: deeper,
      field: ({ name }, below) =>
        name.value === '__schema' || name.value === '__type'
          ? { ofData: 0, ofIntrospection: Math.max(below.ofData + 1, below.ofIntrospection) }
          : { ...below, ofData: below.ofData + 1 },
    },
    deeper,
  );
  if (maxDepth > 0 && ofData > maxDepth) return refusal('QUERY_TOO_DEEP', { found: ofData, max: maxDepth });
  if (maxIntrospectionDepth > 0 && ofIntrospection > maxIntrospectionDepth)
    return refusal('QUERY_TOO_DEEP', { found: ofIntrospection, max: maxIntrospectionDepth });
  return null;
}
