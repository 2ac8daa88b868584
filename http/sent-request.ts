import type { IncomingHttpHeaders } from 'node:http';

/** A request to /graphql whose body is understood. */
export interface SentRequest {
  readonly method: string;
  /** Path and query string. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The value of its JSON; undefined where there was none. */
  readonly body: unknown;
}
