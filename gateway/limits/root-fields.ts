import type { DocumentNode, GraphQLError } from 'graphql';
import { refusal } from './errors.ts';
import type { GatewayLimits } from './limits.ts';
import { addUp, measureDocument } from './measure-operation.ts';

/**
 * Refuses a query with too many fields at its root: each is a question of its own, to one country or to all.
 * Errors  TOO_MANY_FIELDS
 */
export function findRootFieldFault(document: DocumentNode, { maxRootFields: max }: GatewayLimits): GraphQLError | null {
  if (max === 0) return null;
  const found = measureDocument(document, { nothing: 0, together: addUp, field: () => 1 }, Math.max);
  return found > max ? refusal('TOO_MANY_FIELDS', { found, max, where: 'at its root' }) : null;
}
