import { join, resolve } from 'node:path';
import { type MetricsPlace, readMetricsPlace } from '../http/metrics/metrics-place.ts';
import { readTracingSettings, type TracingSettings } from '../http/tracing/tracing-settings.ts';
import { routingUrlsFrom } from '../subgraphs/federation/routing-urls.ts';
import { projectRoot } from './project-root.ts';
import { UserError } from './user-error.ts';

/** The settings that an operator makes by environment; docs/operate.md lists them. */
export interface Environment {
  /** BIRGE_DATA: folder of the processes' own files. Default: `var` in the project. */
  readonly dataFolder: string;
  /** SUPERGRAPH: the composed supergraph. Default: `schema/supergraph.graphql` in the project. */
  readonly supergraphFile: string;
  /** OPERATIONS: the stored documents. Default: `schema/operations` in the project. */
  readonly operationsFolder: string;
  /** HOST: the address to listen on. Default: this machine only. */
  readonly host: string;
  /** PORT: the gateway's port. */
  readonly port: number;
  /** LOG_LEVEL, as pino names levels. Undefined: the command decides. */
  readonly logLevel: string | undefined;
  /** COUNTRY_TIMEOUT_MS: how long the hub waits for one country. Undefined: the hub decides. */
  readonly countryTimeoutMs: number | undefined;
  /** BREAKER_OPEN_MS: how long a country is left alone after its breaker opened; 0: no breaker. Undefined: the process decides. */
  readonly breakerOpenMs: number | undefined;
  /** LAST_KNOWN_BYTES: size of the last known copies that the hub keeps; 0: none. Undefined: the hub decides. */
  readonly lastKnownSize: number | undefined;
  /** BIRGE_FROM_SOURCE: any value makes `birge up` run from source; stacks then name TypeScript lines, and a start takes longer. */
  readonly fromSource: boolean;
  /** BIRGE_SYNTHETIC: `off` keeps `birge up` from filling new databases with made-up registries. */
  readonly hasMadeUpRegistries: boolean;
  /** ROUTING_URL_<NAME>, by subgraph name. */
  readonly routingUrls: Readonly<Record<string, string>>;
  /** DATABASE_URL: the database of the one subgraph that this process runs. */
  readonly databaseUrl: string | undefined;
  /** DATABASE_URL_<NAME>: the database of the named subgraph; goes before DATABASE_URL. Errors: UserError for what is no such URL. */
  databaseUrlOf(this: void, name: string): string | undefined;
  /** STEWARD_KEY_FILE: the key file of the one country that this process runs. */
  readonly stewardKeyFile: string | undefined;
  /** STEWARD_KEY_FILE_<NAME>: the key file of the named country; goes before STEWARD_KEY_FILE. */
  stewardKeyFileOf(this: void, name: string): string | undefined;
  /** METRICS, METRICS_HOST, METRICS_PORT: where /metrics answers. Default: beside GraphQL. */
  readonly metricsPlace: MetricsPlace;
  /** OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME: where the named process sends spans. Null: it makes none. */
  tracingOf(this: void, name: string): TracingSettings | null;
  /** Everything, for child processes and for the gateway, which reads its own settings. */
  readonly all: NodeJS.ProcessEnv;
}

/** Errors: UserError for anything but on and off. */
function isOff(value: string | undefined): boolean {
  if (value === undefined || value === 'on' || value === 'off') return value === 'off';
  throw new UserError(`BIRGE_SYNTHETIC must be on or off, not "${value}".`);
}

/**
 * A URL of PostgreSQL that names its database. The value is not repeated: it may hold a password.
 * Errors  UserError for anything else
 */
function postgresqlUrl(variable: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return value;
  throw new UserError(
    `${variable} must be the URL of a PostgreSQL database, such as postgres://user@localhost:5432/birge_kz; without it the database is a SQLite file.`,
  );
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the environment once. An empty value counts as absent.
 * Errors  UserError that names the variable and what it accepts
 */
export function readEnvironment(all: NodeJS.ProcessEnv = process.env): Environment {
  const text = (name: string): string | undefined => all[name] || undefined;
  const whole = (name: string, least: number, most: number): number | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new UserError(`${name} must be a whole number from ${least} to ${most}, not "${value}".`);
  };
  const logLevel = text('LOG_LEVEL');
  if (logLevel && !logLevels.includes(logLevel))
    throw new UserError(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${logLevel}".`);
  return {
    dataFolder: resolve(text('BIRGE_DATA') ?? join(projectRoot, 'var')),
    supergraphFile: resolve(text('SUPERGRAPH') ?? join(projectRoot, 'schema', 'supergraph.graphql')),
    operationsFolder: resolve(text('OPERATIONS') ?? join(projectRoot, 'schema', 'operations')),
    host: text('HOST') ?? '127.0.0.1',
    port: whole('PORT', 0, 65_535) ?? 4000,
    logLevel,
    countryTimeoutMs: whole('COUNTRY_TIMEOUT_MS', 1, 600_000),
    breakerOpenMs: whole('BREAKER_OPEN_MS', 0, 600_000),
    hasMadeUpRegistries: !isOff(text('BIRGE_SYNTHETIC')),
    lastKnownSize: whole('LAST_KNOWN_BYTES', 0, 4_000_000_000),
    fromSource: text('BIRGE_FROM_SOURCE') !== undefined,
    routingUrls: routingUrlsFrom(all),
    databaseUrl: postgresqlUrl('DATABASE_URL', text('DATABASE_URL')),
    databaseUrlOf: (name) => {
      const variable = `DATABASE_URL_${name.toUpperCase()}`;
      return postgresqlUrl(variable, text(variable));
    },
    stewardKeyFile: text('STEWARD_KEY_FILE'),
    stewardKeyFileOf: (name) => text(`STEWARD_KEY_FILE_${name.toUpperCase()}`),
    metricsPlace: readMetricsPlace(all, (fault) => {
      throw new UserError(`${fault}.`);
    }),
    tracingOf: (name) =>
      readTracingSettings(all, name, (fault) => {
        throw new UserError(`${fault}.`);
      }),
    all,
  };
}
