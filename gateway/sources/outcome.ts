import type { WrittenFields } from '../execute/ask.ts';
import type { FailureCode } from '../errors.ts';

/** The call gave nothing usable. `reason` is for the log alone: it may name hosts, ports and libraries. */
export interface Failure {
  readonly failed: FailureCode;
  readonly reason: string;
  /**
   * What it says of the subgraph; absent: that it does not work.
   * NOT_ARRIVED: nor did it take the question. WORKS: it is there and refuses. NOTHING: nobody waited for the answer.
   */
  readonly says?: 'NOT_ARRIVED' | 'WORKS' | 'NOTHING';
  /** Milliseconds for which the subgraph asks to be left alone. */
  readonly leaveAloneMs?: number;
}

/** One error as a subgraph wrote it; nothing in it is believed but a known code, a member's country and details that pass a check. */
export interface SubgraphError {
  readonly path: readonly unknown[] | null;
  readonly code: unknown;
  readonly country: unknown;
  readonly details: unknown;
}

/** The call gave an answer of the right shape; `data` null comes with at least one error. */
export interface Answer {
  /** Stands for data where it needed no understanding. */
  readonly written?: WrittenFields;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly SubgraphError[];
  /** The header of its revisions, as sent. */
  readonly revisions: string | undefined;
}

export function isFailure(outcome: Answer | Failure | object): outcome is Failure {
  return 'failed' in outcome;
}
