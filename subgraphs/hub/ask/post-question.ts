import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { REVISIONS_HEADER } from '../../serving/revisions-plugin.ts';

/** Where a question goes and what it says. */
export interface Posting {
  readonly origin: string;
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: string;
}

/** How posting ended: a whole answer, none in time, or none at all. `label`: which data it was made of, as it says itself. */
export type Reply =
  | {
      readonly kind: 'whole';
      readonly statusCode: number;
      readonly retryAfter: string | null;
      readonly label: string | null;
      readonly text: string;
    }
  | { readonly kind: 'late' }
  /** `hasBegun`: the answer had begun, so the question was read. */
  | { readonly kind: 'broken'; readonly cause: unknown; readonly hasBegun: boolean };

const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/**
 * Posts a question and reads the answer to its end; connect, headers and body have the time together.
 * Shape   dispatcher, posting, time -> reply; it never rejects
 * Unit    timeoutMs: milliseconds
 */
export function postQuestion(dispatcher: Dispatcher, { origin, path, headers, body }: Posting, timeoutMs: number): Promise<Reply> {
  // undici's `request` gives each answer a stream and each deadline a signal: half of what an answer of a few rows costs.
  return new Promise((resolve) => dispatcher.dispatch({ origin, path, method: 'POST', headers, body }, new Receiver(timeoutMs, resolve)));
}

class Receiver implements Dispatcher.DispatchHandler {
  readonly #resolve: (reply: Reply) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #statusCode = 0;
  #retryAfter: string | null = null;
  #label: string | null = null;
  #isLate = false;
  #controller: Dispatcher.DispatchController | null = null;

  constructor(timeoutMs: number, resolve: (reply: Reply) => void) {
    this.#resolve = resolve;
    this.#timer = setTimeout(() => this.#giveUp(), timeoutMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It waited for a connection until nobody waited for it any more.
    if (this.#isLate) controller.abort(new Error('the time is over'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, statusCode: number, headers: IncomingHttpHeaders): void {
    this.#statusCode = statusCode;
    this.#retryAfter = headers['retry-after'] ?? null;
    const label = headers[REVISIONS_HEADER];
    this.#label = typeof label === 'string' ? label : null;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > MAX_ANSWER_BYTES) controller.abort(new Error('the answer is too large'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first, ...others] = this.#chunks;
    const whole = first !== undefined && others.length === 0 ? first : Buffer.concat(this.#chunks);
    const [statusCode, retryAfter, label] = [this.#statusCode, this.#retryAfter, this.#label];
    this.#end({ kind: 'whole', statusCode, retryAfter, label, text: whole.toString('utf8') });
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    this.#end({ kind: 'broken', cause, hasBegun: this.#statusCode !== 0 });
  }

  #giveUp(): void {
    this.#isLate = true;
    this.#end({ kind: 'late' });
    this.#controller?.abort(new Error('the time is over'));
  }

  /** The first end stands: what the abort of a late or too large answer reports changes nothing. */
  #end(reply: Reply): void {
    clearTimeout(this.#timer);
    this.#resolve(reply);
  }
}
