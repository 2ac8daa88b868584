import type { Logger } from 'pino';
import type { Metric } from 'prom-client';
import { errorFacts } from '../error-facts.ts';
import type { Family, ReadFamilies } from './family.ts';

/** A page of metrics as it is sent. */
export interface MetricsPage {
  readonly type: string;
  readonly text: string;
}

/** How often the delay of the event loop is measured; each time costs the loop a turn. */
const LOOP_PRECISION_MS = 20;

let library: ReturnType<typeof openLibrary> | null = null;

/** The library, and what Node tells of the process from now on: the same for every server of the process. */
async function openLibrary() {
  // With the first reading, not before: a process that nobody watches bears none of it.
  const { collectDefaultMetrics, Registry } = await import('prom-client');
  const ofNode = new Registry();
  collectDefaultMetrics({ register: ofNode, eventLoopMonitoringPrecision: LOOP_PRECISION_MS });
  return { Registry, ofNode };
}

/**
 * Writes the page of metrics: what was counted, then what Node tells of the process.
 * Errors  none of a reader's: its families are missing, and the log says why
 * Source  https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export async function writeMetricsPage(readers: readonly ReadFamilies[], log: Logger): Promise<MetricsPage> {
  const { Registry, ofNode } = await (library ??= openLibrary());
  const counted = new Registry();
  for (const read of readers) for (const family of await readOrNone(read, log)) counted.registerMetric(metricOf(family));
  return { type: counted.contentType, text: `${await counted.metrics()}\n${await ofNode.metrics()}` };
}

async function readOrNone(read: ReadFamilies, log: Logger): Promise<readonly Family[]> {
  try {
    return await read();
  } catch (error) {
    log.error({ cause: errorFacts(error) }, 'a part of the metrics cannot be told');
    return [];
  }
}

/** The library writes whatever tells its numbers; its own classes would count each by looking its labels up. */
function metricOf(family: Family): Metric {
  return { name: family.name, get: async () => family } as unknown as Metric;
}
