import type { AttemptEnd } from '../../http/calls/member-calls.ts';
import { isFailure, type Answer, type Failure } from './outcome.ts';

/** What the asker allows for one attempt. */
export interface AttemptTerms {
  /** Whether asking twice does no more than asking once. */
  readonly isQuery: boolean;
  /** Whether the client left it so little time that being late says nothing of the subgraph. */
  readonly isHurried: boolean;
}

/**
 * What an attempt says of the subgraph, and whether to ask once more. Errors inside a whole answer are no failure of the subgraph.
 * Source  docs/operate.md, "Breaker"
 */
export function endOfAttempt(outcome: Answer | Failure, { isQuery, isHurried }: AttemptTerms): AttemptEnd<Answer | Failure> {
  if (!isFailure(outcome)) return { answer: outcome, health: 'GOOD', mayRetry: false, leaveAloneMs: null };
  const { says, leaveAloneMs = null } = outcome;
  return {
    answer: outcome,
    health: healthOf(outcome, isHurried),
    mayRetry: isQuery && says === 'NOT_ARRIVED' && leaveAloneMs === null,
    leaveAloneMs,
  };
}

function healthOf({ failed, says }: Failure, isHurried: boolean): AttemptEnd<unknown>['health'] {
  // Else whoever sends questions with a millisecond to live could close a country to everybody.
  if (says === 'NOTHING' || (failed === 'COUNTRY_TIMEOUT' && isHurried)) return 'UNKNOWN';
  return says === 'WORKS' ? 'GOOD' : 'FAILED';
}
