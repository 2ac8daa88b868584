import type { Departure } from '../http/departure.ts';
import type { RequestTrace } from '../http/tracing/request-trace.ts';
import type { AnswerBasis } from './cache/answer-basis.ts';

export interface AskedQuestion {
  /** Name of the stored document that is asked; null: it is none. */
  operation: string | null;
}

/**
 * What a source needs to know of the request it works for.
 * Unit    deadlineMs: on the clock of `now`, not a date
 */
export interface GatewayContext {
  readonly requestId: string;
  readonly trace: RequestTrace;
  readonly deadlineMs: number;
  /** Tells when the client left: nobody waits for the rest. */
  readonly departure: Departure;
  /** Gathers what the answer rests on. */
  readonly basis: AnswerBasis;
  /** What is known of the question by and by; apart, since Apollo Server works on a copy of the context. */
  readonly asked: AskedQuestion;
}
