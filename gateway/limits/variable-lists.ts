import type { GraphQLError } from 'graphql';
import { refusal } from './errors.ts';
import type { GatewayLimits } from './limits.ts';

/**
 * Refuses variables that hold a list of too many items, however deep it stands.
 * Errors  LIST_TOO_LONG
 */
export function findListFault(variables: Readonly<Record<string, unknown>>, { maxListItems: max }: GatewayLimits): GraphQLError | null {
  if (max === 0) return null;
  let found = 0;
  // A list of what is still to look into: nesting is the client's, and must not be ours.
  const waiting: unknown[] = [variables];
  for (const value of waiting) {
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) found = Math.max(found, value.length);
    for (const item of Object.values(value)) if (typeof item === 'object' && item !== null) waiting.push(item);
  }
  return found > max ? refusal('LIST_TOO_LONG', { found, max }) : null;
}
