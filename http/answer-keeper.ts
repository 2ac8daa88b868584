import type { IncomingHttpHeaders } from 'node:http';

/** A request to /graphql, as far as it decides the answer's bytes. */
export interface AskedBytes {
  readonly method: string;
  /** Path and query string, as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** As sent; empty where there is none. */
  readonly body: string;
}

/** A whole answer with status 200. */
export interface KeptAnswer {
  /** Its Content-Type. */
  readonly type: string;
  readonly body: Buffer;
  /** A strong entity tag, in quotation marks. */
  readonly etag: string;
  /** Name of the operation that it answers; null: it has none that may be told apart. */
  readonly operation: string | null;
}

/** Where the answer to one request is kept, or would be. */
export interface AnswerPlace<C> {
  /** The answer if it still holds; else null. */
  find(): KeptAnswer | null | Promise<KeptAnswer | null>;
  /** Keeps a new answer if it may be given again; else null. */
  keep(context: C, type: string, text: string): KeptAnswer | null;
}

/** Gives answers again instead of making them anew. What may be kept and how long it holds is for the keeper to know. */
export interface AnswerKeeper<C> {
  /** Null for a request whose answer is never kept. */
  placeOf(asked: AskedBytes): AnswerPlace<C> | null;
  /** The Cache-Control of a kept answer to a GET. */
  readonly cacheControl: string;
}
