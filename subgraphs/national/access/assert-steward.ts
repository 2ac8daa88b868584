import { contractError } from '../../contract/errors.ts';
import { isStewardOf } from './principal.ts';
import type { RequestContext } from './request-context.ts';

/**
 * Refuses a field to everybody but the network's steward: the field is null, and one error names it and the reason.
 * Errors  TIER_NOT_ALLOWED
 */
export function assertSteward(field: string, { principal, network, revisions }: RequestContext): void {
  // The same question is answered otherwise to somebody else.
  revisions.leaveUnlabelled();
  if (!isStewardOf(principal, network.country)) throw contractError('TIER_NOT_ALLOWED', { value: field, accepted: ['STEWARD'] });
}
