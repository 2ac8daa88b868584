import type { HttpLimits } from '../../http/limits.ts';

/**
 * What the gateway takes of one request and of one client. In each, 0 is "no limit".
 * Unit    Bytes: octets before decoding; Ms: milliseconds; cost: points, one for each object asked for; PerMinute: of one client
 */
export interface GatewayLimits {
  readonly maxBodyBytes: number;
  readonly maxHeaderBytes: number;
  readonly requestReadTimeoutMs: number;
  readonly maxTokens: number;
  /** Levels of fields, fragments not counted; introspection has its own. */
  readonly maxDepth: number;
  readonly maxIntrospectionDepth: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  /** How often one response name may stand in one selection: each pair of equal names is compared. */
  readonly maxRepeatedFields: number;
  readonly maxDirectives: number;
  readonly maxDirectivesPerField: number;
  readonly maxCost: number;
  readonly maxPageSize: number;
  readonly maxListItems: number;
  readonly maxRequestErrors: number;
  readonly requestsPerMinute: number;
  readonly costPerMinute: number;
}

type LimitName = keyof GatewayLimits;

/** Each limit's environment variable, the value it ships with, and the largest that is taken. Source: docs/operate.md, "Limits". */
const settings: Readonly<Record<LimitName, readonly [variable: string, shipped: number, most: number]>> = {
  maxBodyBytes: ['MAX_BODY_BYTES', 256_000, 100_000_000],
  maxHeaderBytes: ['MAX_HEADER_BYTES', 16_384, 1_000_000],
  requestReadTimeoutMs: ['REQUEST_READ_TIMEOUT_MS', 10_000, 600_000],
  maxTokens: ['MAX_TOKENS', 2_000, 1_000_000],
  maxDepth: ['MAX_DEPTH', 10, 1_000],
  maxIntrospectionDepth: ['MAX_INTROSPECTION_DEPTH', 15, 1_000],
  maxAliases: ['MAX_ALIASES', 30, 1_000_000],
  maxRootFields: ['MAX_ROOT_FIELDS', 20, 1_000_000],
  maxRepeatedFields: ['MAX_REPEATED_FIELDS', 20, 1_000_000],
  maxDirectives: ['MAX_DIRECTIVES', 50, 1_000_000],
  maxDirectivesPerField: ['MAX_DIRECTIVES_PER_FIELD', 5, 1_000_000],
  maxCost: ['MAX_COST', 5_000, 1_000_000_000],
  maxPageSize: ['MAX_PAGE_SIZE', 1_000, 1_000_000],
  maxListItems: ['MAX_LIST_ITEMS', 100, 1_000_000],
  maxRequestErrors: ['MAX_REQUEST_ERRORS', 5, 1_000],
  requestsPerMinute: ['RATE_LIMIT_PER_MINUTE', 600, 1_000_000_000],
  costPerMinute: ['COST_LIMIT_PER_MINUTE', 100_000, 1_000_000_000_000],
};

/** Reads every limit; `number` reads one setting and collects its fault. */
export function readLimits(number: (variable: string, fallback: number, least: number, most: number) => number): GatewayLimits {
  const read = (name: LimitName): number => {
    const [variable, shipped, most] = settings[name];
    return number(variable, shipped, 0, most);
  };
  return Object.freeze(
    Object.fromEntries(Object.keys(settings).map((name) => [name, read(name as LimitName)])) as Record<LimitName, number>,
  );
}

/** No limit where a number is asked for. */
const UNLIMITED = Number.MAX_SAFE_INTEGER;
/** Node keeps a request's headers in memory and takes no unlimited size. */
const MOST_HEADER_BYTES = 2 ** 30;

/** The limits that `http/` keeps for the gateway. */
export function httpLimitsOf(limits: GatewayLimits): Omit<HttpLimits, 'drainMs' | 'finishMs' | 'trustedProxies'> {
  const { maxBodyBytes, maxHeaderBytes, requestReadTimeoutMs, maxTokens, maxRequestErrors } = limits;
  return {
    maxBodyBytes: maxBodyBytes || UNLIMITED,
    maxHeaderBytes: maxHeaderBytes || MOST_HEADER_BYTES,
    requestReadTimeoutMs,
    maxTokens: maxTokens || UNLIMITED,
    maxRequestErrors: maxRequestErrors || UNLIMITED,
  };
}
