import type { ClientErrorCode, FailureCode } from '../errors.ts';
import type { ResponsePath } from './fetch-path.ts';

/** Why a part of an answer is missing, at its place in the client's own query. */
export interface ExecutionError {
  readonly path: ResponsePath;
  readonly code: FailureCode | ClientErrorCode;
  /** The country that failed or that speaks; null when the subgraph is none, or when a value of several sources did not fit its type. */
  readonly country: string | null;
  /** What a subgraph gave for the sentence; unchecked. */
  readonly details: unknown;
  /** A value that did not fit its type: mostly the echo of an error that says more. */
  readonly isCompletion: boolean;
}
