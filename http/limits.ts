/**
 * What a request may cost before it is understood, and how a server stops.
 * Unit    Bytes: octets before decoding; Ms: milliseconds; maxTokens: lexical tokens of one GraphQL document
 */
export interface HttpLimits {
  readonly maxBodyBytes: number;
  readonly maxHeaderBytes: number;
  readonly requestReadTimeoutMs: number;
  readonly maxTokens: number;
  /** How many proxies stand in front; the address of a client is then read from X-Forwarded-For, counted from its end. */
  readonly trustedProxies: number;
  /** How many errors of a refused document are returned: more would only echo a hostile document. */
  readonly maxRequestErrors: number;
  /** How long a stopping server still answers, each time with `Connection: close`; ends early once no connection is open, if nobody looks at readiness. */
  readonly drainMs: number;
  /** How long running requests may take after that; then their connections are cut. */
  readonly finishMs: number;
}

export const DEFAULT_HTTP_LIMITS: HttpLimits = Object.freeze({
  maxBodyBytes: 256_000,
  maxHeaderBytes: 16_384,
  requestReadTimeoutMs: 10_000,
  maxTokens: 2_000,
  trustedProxies: 0,
  maxRequestErrors: 5,
  drainMs: 0,
  finishMs: 8_000,
});
