import { randomHex } from './random-hex.ts';
import type { FinishedSpan, Spans } from './span.ts';
import { readTraceparent } from './traceparent.ts';

export const TRACEPARENT_HEADER = 'traceparent';

const SPAN_BYTES = 8;
const TRACE_BYTES = 16;

/** The name of a new span. */
export function newSpanId(): string {
  return randomHex(SPAN_BYTES);
}

/** One request's place in its trace. */
export class RequestTrace {
  readonly traceId: string;
  /** The request itself, as the parent of what it causes. */
  readonly spanId = newSpanId();
  /** Takes the spans of this request; null: nobody wants them. */
  readonly spans: Spans | null;
  readonly #parentId: string | null;
  readonly #flags: '00' | '01';

  /** `header`: the caller's `traceparent`. `tracestate` is left behind: whoever asks could send countries any text in it. */
  constructor(header: string | string[] | undefined, spans: Spans | null) {
    const caller = readTraceparent(header);
    const isSampled = caller === null ? spans !== null : caller.isSampled;
    this.traceId = caller?.traceId ?? randomHex(TRACE_BYTES);
    this.#parentId = caller?.parentId ?? null;
    this.#flags = isSampled ? '01' : '00';
    this.spans = isSampled ? spans : null;
  }

  /** The header of a call whose span has this name. */
  traceparent(spanId: string): string {
    return `00-${this.traceId}-${spanId}-${this.#flags}`;
  }

  /** Tells the request itself, when it has ended. */
  tellRequest(span: Pick<FinishedSpan, 'name' | 'begunMs' | 'endedMs' | 'attributes' | 'failure'>): void {
    this.spans?.tell({ ...span, kind: 'SERVER', traceId: this.traceId, spanId: this.spanId, parentId: this.#parentId });
  }

  /** Tells something that the request caused, when it has ended. */
  tell(span: Omit<FinishedSpan, 'traceId' | 'parentId'>): void {
    this.spans?.tell({ ...span, traceId: this.traceId, parentId: this.spanId });
  }
}
