/** Where spans are sent, and under which name. */
export interface TracingSettings {
  /** Address of an OTLP collector over HTTP, without the path of traces. */
  readonly endpoint: string;
  readonly service: string;
}

/**
 * Reads OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_SERVICE_NAME; the other OTEL_EXPORTER_OTLP_… are the exporter's own to read.
 * Shape   environment as data, name of the process, told of a fault -> settings; null: nothing is recorded
 * Errors  none: a fault is told, with what is accepted
 * Source  https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export function readTracingSettings(
  env: Readonly<Record<string, string | undefined>>,
  process: string,
  fault: (sentence: string) => void,
): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint = '', OTEL_SERVICE_NAME: service = '' } = env;
  if (endpoint === '') return null;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    fault('OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address');
    return null;
  }
  return { endpoint, service: service === '' ? `birge-${process}` : service };
}
