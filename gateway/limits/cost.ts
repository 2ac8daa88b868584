import type { GraphQLError } from 'graphql';
import { valueOf, type Amount, type Variables } from './cost/amount.ts';
import { refusal } from './errors.ts';
import type { GatewayLimits } from './limits.ts';

/** What an operation costs with these variables. Unit: whole points. */
export function costOf(amount: Amount, variables: Variables): number {
  return Math.ceil(valueOf(amount, variables));
}

/**
 * Refuses an operation that could ask for too many objects.
 * Errors  QUERY_TOO_COSTLY
 */
export function findCostFault(found: number, { maxCost: max }: GatewayLimits): GraphQLError | null {
  return max > 0 && found > max ? refusal('QUERY_TOO_COSTLY', { found, max }) : null;
}
