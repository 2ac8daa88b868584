import { fileURLToPath } from 'node:url';
import { readMetricsPlace, type MetricsPlace } from '../http/metrics/metrics-place.ts';
import { readTracingSettings, type TracingSettings } from '../http/tracing/tracing-settings.ts';
import { readLimits, type GatewayLimits } from './limits/limits.ts';

/**
 * Everything about a gateway that may differ between two machines.
 * Unit    Ms: milliseconds; maxAnswerBytes: octets after inflating; cacheBytes: octets
 */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly supergraphFile: string;
  /** Pause between two looks whether that file changed; 0: it looks only when told to. */
  readonly supergraphPollMs: number;
  /** Stored documents, which the IDE offers too; the folder may be missing. */
  readonly operationsFolder: string;
  readonly countryTimeoutMs: number;
  readonly subgraphTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** How long a failing subgraph is left alone; 0: it is asked every time. */
  readonly breakerOpenMs: number;
  readonly maxAnswerBytes: number;
  /** Octets of answers that are given again; 0: every request is executed. */
  readonly cacheBytes: number;
  /** How long a subgraph's word counts that its data are still the same. */
  readonly revisionPollMs: number;
  /** Seconds for which caches in front of the gateway may answer without asking it. */
  readonly cacheMaxAgeSeconds: number;
  /** Where several gateways keep answers together, as redis: or rediss:; null: each for itself. */
  readonly cacheRedisUrl: string | null;
  readonly drainMs: number;
  readonly limits: GatewayLimits;
  /** Whether only stored documents are answered. */
  readonly trustedOnly: boolean;
  /** Proxies in front, whose word on a client's address is taken. */
  readonly trustedProxies: number;
  /** SHA-256, in hexadecimal, of the API keys whose holders are counted apart from their address. */
  readonly apiKeys: ReadonlySet<string>;
  readonly metrics: MetricsPlace;
  /** Where spans are sent; null: none are made. */
  readonly tracing: TracingSettings | null;
  readonly logLevel: string;
  /** Addresses that replace those of the supergraph, by the subgraph's name as `routingKey` writes it. */
  readonly routingUrls: ReadonlyMap<string, string>;
}

export interface GatewayArguments {
  readonly host?: string;
  readonly port?: number;
  readonly supergraphFile?: string;
  readonly trustedOnly?: boolean;
}

/** Thrown with every fault at once; it names the settings and what they accept, never their values, which may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly faults: readonly string[]) {
    super(`The gateway's settings have ${faults.length === 1 ? 'a fault' : 'faults'}: ${faults.join('; ')}.`);
  }
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const ROUTING_PREFIX = 'ROUTING_URL_';
const schemaFile = (path: string) => fileURLToPath(new URL(`../schema/${path}`, import.meta.url));

/** How a subgraph's name stands in ROUTING_URL_<NAME>: capitals, all but letters and digits as `_`. */
export function routingKey(subgraph: string): string {
  return subgraph.toUpperCase().replace(/[^A-Z0-9]/g, '_');
}

/**
 * Reads the settings once; arguments win over the environment.
 * Errors  ConfigError naming each setting that cannot be used
 */
export function readConfig(env: NodeJS.ProcessEnv, args: GatewayArguments = {}): GatewayConfig {
  const faults: string[] = [];
  const number = (name: string, fallback: number, least: number, most: number, given?: number): number => {
    const text = given === undefined ? env[name] : String(given);
    if (text === undefined || text === '') return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    faults.push(`${name} must be a whole number from ${least} to ${most}`);
    return fallback;
  };
  const text = (name: string, fallback: string, given?: string): string => given ?? (env[name] === '' ? undefined : env[name]) ?? fallback;
  const logLevel = text('LOG_LEVEL', 'info');
  if (!LOG_LEVELS.includes(logLevel)) faults.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  if (!['', 'on', 'off', undefined].includes(env['CACHE'])) faults.push('CACHE must be on or off');
  if (!['', '0', '1', undefined].includes(env['TRUSTED_ONLY'])) faults.push('TRUSTED_ONLY must be 0 or 1');
  const config: GatewayConfig = Object.freeze({
    host: text('HOST', '127.0.0.1', args.host),
    port: number('PORT', 4_000, 0, 65_535, args.port),
    supergraphFile: text('SUPERGRAPH', schemaFile('supergraph.graphql'), args.supergraphFile),
    supergraphPollMs: number('SUPERGRAPH_POLL_MS', 5_000, 0, 3_600_000),
    operationsFolder: text('OPERATIONS', schemaFile('operations')),
    countryTimeoutMs: number('COUNTRY_TIMEOUT_MS', 5_000, 1, 600_000),
    subgraphTimeoutMs: number('SUBGRAPH_TIMEOUT_MS', 7_000, 1, 600_000),
    requestTimeoutMs: number('REQUEST_TIMEOUT_MS', 8_000, 1, 600_000),
    breakerOpenMs: number('BREAKER_OPEN_MS', 5_000, 0, 600_000),
    maxAnswerBytes: number('MAX_ANSWER_BYTES', 8_000_000, 1, 1_000_000_000),
    cacheBytes: env['CACHE'] === 'off' ? 0 : number('CACHE_BYTES', 67_108_864, 0, 4_000_000_000),
    revisionPollMs: number('REVISION_POLL_MS', 1_000, 10, 60_000),
    cacheMaxAgeSeconds: number('CACHE_MAX_AGE_SECONDS', 0, 0, 86_400),
    cacheRedisUrl: readRedisUrl(env, faults),
    drainMs: number('DRAIN_MS', 3_000, 0, 60_000),
    limits: readLimits(number),
    trustedOnly: args.trustedOnly ?? env['TRUSTED_ONLY'] === '1',
    trustedProxies: number('TRUST_PROXY', 0, 0, 10),
    apiKeys: readApiKeys(env, faults),
    tracing: readTracingSettings(env, 'gateway', (fault) => faults.push(fault)),
    metrics: readMetricsPlace(env, (fault) => faults.push(fault)),
    logLevel,
    routingUrls: readRoutingUrls(env, faults),
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

function readRoutingUrls(env: NodeJS.ProcessEnv, faults: string[]): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith(ROUTING_PREFIX) || value === undefined || value === '') continue;
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) urls.set(name.slice(ROUTING_PREFIX.length), value);
    else faults.push(`${name} must be an http or https address`);
  }
  return urls;
}

function readRedisUrl(env: NodeJS.ProcessEnv, faults: string[]): string | null {
  const url = env['CACHE_REDIS_URL'];
  if (url === undefined || url === '') return null;
  if (URL.canParse(url) && /^rediss?:$/.test(new URL(url).protocol)) return url;
  faults.push('CACHE_REDIS_URL must be an address that begins with redis:// or rediss://');
  return null;
}

function readApiKeys(env: NodeJS.ProcessEnv, faults: string[]): ReadonlySet<string> {
  const keys = (env['API_KEYS'] ?? '').split(',').map((key) => key.trim());
  const given = keys.filter((key) => key !== '');
  if (!given.every((key) => /^[0-9a-f]{64}$/.test(key)))
    faults.push('API_KEYS must be SHA-256 hashes of keys in hexadecimal, with commas between them');
  return new Set(given);
}
