import type { DocumentNode, GraphQLError } from 'graphql';
import { refusal } from './errors.ts';
import type { GatewayLimits } from './limits.ts';
import { addUp, measureDocument } from './measure-operation.ts';

/**
 * Refuses a query with too many aliases, those of `__typename` and those that fragments bring included: each asks the same field once more.
 * Errors  TOO_MANY_ALIASES
 */
export function findAliasFault(document: DocumentNode, { maxAliases: max }: GatewayLimits): GraphQLError | null {
  if (max === 0) return null;
  const found = measureDocument(
    document,
    { nothing: 0, together: addUp, field: ({ alias }, below) => addUp(alias === undefined ? 0 : 1, below) },
    Math.max,
  );
  return found > max ? refusal('TOO_MANY_ALIASES', { found, max }) : null;
}
