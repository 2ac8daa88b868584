import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { retryAfterMs } from '../../http/calls/retry-after.ts';
import { errorFacts } from '../../http/error-facts.ts';
import { REVISIONS_HEADER } from '../cache/revision-header.ts';
import type { Failure } from './outcome.ts';

/** A body that may be GraphQL; status is 200 or 400. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  /** The same, valid UTF-8. */
  readonly bytes: Buffer;
  /** What the subgraph says of its revision, not yet read. */
  readonly revisions: string | undefined;
}

/** Statuses of a subgraph that is there and does not serve us now. */
const UNAVAILABLE = new Set([401, 403, 408, 425, 429]);
/** Statuses of whoever has not taken the question. */
const NOT_TAKEN = new Set([502, 503, 504]);
const GRAPHQL_TYPES = new Set(['application/json', 'application/graphql-response+json']);
const unpack = promisify(gunzip);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Receives one answer and settles once, whatever comes: a refusal of its head is settled before its body is read, and its connection is cut.
 * Bytes are counted as they come and again after inflating: a header's length and a compressed length both lie.
 * Source  undici, `Dispatcher.DispatchHandler`
 */
export class AnswerReceiver implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | null = null;
  #isSettled = false;
  #hasBegun = false;
  #status = 0;
  #isPacked = false;
  #revisions: string | undefined;
  #bytes = 0;
  readonly #chunks: Buffer[] = [];

  constructor(
    private readonly maxBytes: number,
    private readonly settle: (result: RawAnswer | Failure) => void,
  ) {}

  /** Ends the call now; a request that still waits for a connection is dropped when it gets one. */
  cut(failure: Failure): void {
    this.#finish(failure);
    this.#controller?.abort(new Error(failure.reason));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isSettled) controller.abort(new Error('no longer wanted'));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200) return;
    this.#hasBegun = true;
    const type = (firstOf(headers['content-type']).split(';', 1)[0] ?? '').trim().toLowerCase();
    const refusal = refuse(status, type, headers['retry-after']);
    // What it says is not read: it is neither GraphQL nor fit for a log.
    if (refusal !== null) return this.cut(refusal);
    const encoding = firstOf(headers['content-encoding']).trim().toLowerCase();
    if (encoding !== '' && encoding !== 'identity' && encoding !== 'gzip') return this.cut(bad('an encoding that was not asked for'));
    this.#status = status;
    const revisions = headers[REVISIONS_HEADER];
    if (typeof revisions === 'string') this.#revisions = revisions;
    this.#isPacked = encoding === 'gzip';
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isSettled) return;
    this.#bytes += chunk.length;
    if (this.#bytes > this.maxBytes) return this.cut(bad(`more than ${this.maxBytes} bytes`));
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const body = first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    if (!this.#isPacked) return this.#finish(this.#read(body));
    unpack(body, { maxOutputLength: this.maxBytes }).then(
      (plain) => this.#finish(this.#read(plain)),
      (error: unknown) =>
        this.#finish(bad(errorFacts(error).code === 'ERR_BUFFER_TOO_LARGE' ? `more than ${this.maxBytes} bytes` : 'broken gzip')),
    );
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#finish(failureOf(error, this.#hasBegun));
  }

  #read(body: Buffer): RawAnswer | Failure {
    try {
      return { status: this.#status, text: utf8.decode(body), bytes: body, revisions: this.#revisions };
    } catch {
      return bad('not UTF-8');
    }
  }

  #finish(result: RawAnswer | Failure): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.settle(result);
  }
}

function refuse(status: number, type: string, retryAfter: string | string[] | undefined): Failure | null {
  const reason = `status ${status}, type ${type}`;
  if (status >= 500 || UNAVAILABLE.has(status)) {
    const leaveAloneMs = status === 429 || status === 503 ? retryAfterMs(firstOf(retryAfter), new Date()) : null;
    return { failed: 'COUNTRY_UNAVAILABLE', reason, ...saidBy(status), ...(leaveAloneMs === null ? {} : { leaveAloneMs }) };
  }
  if ((status !== 200 && status !== 400) || !GRAPHQL_TYPES.has(type)) return { failed: 'COUNTRY_BAD_ANSWER', reason, ...saidBy(status) };
  return null;
}

function saidBy(status: number): Pick<Failure, 'says'> {
  if (NOT_TAKEN.has(status)) return { says: 'NOT_ARRIVED' };
  return status >= 400 && status < 500 ? { says: 'WORKS' } : {};
}

/** What the connection says when it fails; once an answer has begun, the question has arrived. */
export function failureOf(error: unknown, hasBegun = false): Failure {
  const { code, name, message } = errorFacts(error);
  const reason = `${code} ${message}`.trim();
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return { failed: 'COUNTRY_TIMEOUT', reason };
  // Bytes that are not HTTP, or headers without end: it is there, and wrong.
  if (name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW') return { failed: 'COUNTRY_BAD_ANSWER', reason };
  return { failed: 'COUNTRY_UNAVAILABLE', reason, ...(hasBegun ? {} : { says: 'NOT_ARRIVED' }) };
}

function bad(reason: string): Failure {
  return { failed: 'COUNTRY_BAD_ANSWER', reason };
}

function firstOf(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header[0] : header) ?? '';
}
