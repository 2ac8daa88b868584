import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestTrace } from './tracing/request-trace.ts';

/** What Apollo Server's hooks cannot be handed: `formatError` gets an error and nothing of the request that raised it. */
export interface CurrentRequest {
  readonly requestId: string;
  readonly trace: RequestTrace;
  /** Set when the document was refused before a field was resolved. */
  isRefused: boolean;
  /** Code of its first error; null: none so far. */
  failure: string | null;
}

export const currentRequest = new AsyncLocalStorage<CurrentRequest>();
