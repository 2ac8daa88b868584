import type { HrTime } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { errorFacts } from '../error-facts.ts';
import type { FinishedSpan, Spans } from './span.ts';
import type { TracingSettings } from './tracing-settings.ts';

const COMPLAIN_EVERY_MS = 60_000;
/** What a batch may take, repetitions included: a stopping process waits no longer for a collector that does not answer. */
const SENDING_MS = 2_000;
const STOPPING_MS = SENDING_MS + 500;
/** As OpenTelemetry numbers them. */
const KINDS = { INTERNAL: 0, SERVER: 1, CLIENT: 2 } as const;
const SAMPLED = 1;
const STATUS = { unset: 0, error: 2 } as const;

/**
 * Sends spans to an OpenTelemetry collector, in batches behind the requests.
 * Errors  none: a collector that is away or refuses is named in the log once a minute, and its spans are lost
 * Source  https://opentelemetry.io/docs/specs/otlp/
 */
export async function openSpans({ endpoint, service }: TracingSettings, log: Logger): Promise<Spans> {
  // Nobody else needs them, and they are larger than most of the rest.
  const [{ BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: SENDING_MS });
  const resource = resourceFromAttributes({ 'service.name': service });
  let complainedAtMs = Number.NEGATIVE_INFINITY;
  const complain = (error: unknown): void => {
    if (performance.now() - complainedAtMs < COMPLAIN_EVERY_MS) return;
    complainedAtMs = performance.now();
    log.warn({ reason: errorFacts(error).code || errorFacts(error).name }, 'spans cannot be sent; they are lost');
  };
  const processor = new BatchSpanProcessor({
    exporter: {
      export(spans, done) {
        exporter.export(spans, (result) => {
          if (result.error !== undefined) complain(result.error);
          // The processor would only throw it at a handler of its own.
          done({ code: 0 });
        });
      },
      shutdown: () => exporter.shutdown(),
    },
  });
  const scope = { name: 'birge' };
  return {
    tell: (span) => processor.onEnd(readable(span, resource, scope)),
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, STOPPING_MS)));
      await Promise.race([processor.shutdown().catch(complain), late]);
      clearTimeout(timer);
    },
  };
}

function readable(span: FinishedSpan, resource: ReadableSpan['resource'], instrumentationScope: { readonly name: string }): ReadableSpan {
  const { traceId, parentId, failure } = span;
  return {
    name: span.name,
    kind: KINDS[span.kind],
    spanContext: () => ({ traceId, spanId: span.spanId, traceFlags: SAMPLED }),
    ...(parentId === null ? {} : { parentSpanContext: { traceId, spanId: parentId, traceFlags: SAMPLED } }),
    startTime: timeOf(performance.timeOrigin + span.begunMs),
    endTime: timeOf(performance.timeOrigin + span.endedMs),
    duration: timeOf(span.endedMs - span.begunMs),
    status: { code: failure === null ? STATUS.unset : STATUS.error },
    attributes: failure === null ? span.attributes : { ...span.attributes, 'error.type': failure },
    links: [],
    events: [],
    ended: true,
    resource,
    instrumentationScope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

/** Milliseconds as seconds and nanoseconds. */
function timeOf(ms: number): HrTime {
  const seconds = Math.floor(ms / 1_000);
  return [seconds, Math.round((ms - seconds * 1_000) * 1_000_000)];
}
