import { errorFacts } from '../../http/error-facts.ts';
import { isRecord } from '../../http/is-record.ts';
import { type MetricSamples, parseMetrics } from './parse-metrics.ts';

/** How a process says it is: `away`: nothing answers; `hidden`: something does, and its health is not shown here. */
export type Readiness = 'ready' | 'not ready' | 'stopping' | 'hidden' | 'away';

/** What one process tells of itself. */
export interface ProcessAnswer {
  readonly name: string;
  /** Of its GraphQL endpoint. */
  readonly url: string;
  readonly readiness: Readiness;
  /** Until it said so, in milliseconds; null: it never did. */
  readonly latencyMs: number | null;
  /** Null: it tells none here. */
  readonly metrics: MetricSamples | null;
  /** Revision of its data; null: it tells none. */
  readonly revision: string | null;
}

const PATIENCE_MS = 2_000;

/**
 * Asks a process beside its GraphQL endpoint: is it ready, what did it count and, if it has data of its own, at which revision they are.
 * Errors  none: what does not answer in two seconds is away
 */
export async function askProcess(name: string, url: string, hasData: boolean): Promise<ProcessAnswer> {
  const begun = performance.now();
  const ready = await get(url, 'health/ready');
  if (ready === null) return { name, url, readiness: 'away', latencyMs: null, metrics: null, revision: null };
  const latencyMs = Math.round(performance.now() - begun);
  const [metrics, revision] = await Promise.all([get(url, 'metrics'), hasData ? get(url, 'revision') : null]);
  return {
    name,
    url,
    readiness: readinessOf(ready),
    latencyMs,
    metrics: metrics?.status === 200 ? parseMetrics(metrics.text) : null,
    revision: revision?.status === 200 ? revisionOf(revision.text) : null,
  };
}

interface Got {
  readonly status: number;
  readonly text: string;
}

async function get(url: string, path: string): Promise<Got | null> {
  try {
    const response = await fetch(new URL(path, url), { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    // Whatever is wrong with the connection: nobody is there.
    if (errorFacts(error).name !== '') return null;
    throw error;
  }
}

function readinessOf({ status, text }: Got): Readiness {
  const said = parse(text);
  const word = isRecord(said) ? said['status'] : undefined;
  if (word === 'ready' && status === 200) return 'ready';
  return word === 'not ready' || word === 'stopping' ? word : 'hidden';
}

function revisionOf(text: string): string | null {
  const said = parse(text);
  const [revision] = isRecord(said) ? Object.values(said) : [];
  return typeof revision === 'string' ? revision : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
