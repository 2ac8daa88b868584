import type { AnswerBasis } from './cache/answer-basis.ts';

/**
 * What a source needs to know of the request it works for.
 * Unit    deadlineMs: on the clock of `now`, not a date
 */
export interface GatewayContext {
  readonly requestId: string;
  readonly deadlineMs: number;
  /** Aborts when the client left: nobody waits for the rest. */
  readonly clientLeft: AbortSignal;
  /** Gathers what the answer rests on. */
  readonly basis: AnswerBasis;
}
