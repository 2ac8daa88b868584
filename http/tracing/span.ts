/**
 * Something that took time and has ended.
 * Unit    Ms: milliseconds of the process's own clock, as `performance.now` gives them
 */
export interface FinishedSpan {
  readonly name: string;
  readonly kind: 'SERVER' | 'CLIENT' | 'INTERNAL';
  readonly traceId: string;
  readonly spanId: string;
  /** Null: the trace begins here. */
  readonly parentId: string | null;
  readonly begunMs: number;
  readonly endedMs: number;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /** Code of what went wrong; null: nothing. */
  readonly failure: string | null;
}

/** Takes spans that have ended; it never throws and never waits. */
export interface Spans {
  tell(this: void, span: FinishedSpan): void;
  /** Sends what is not sent yet, in a short time or not at all. */
  close(this: void): Promise<void>;
}
