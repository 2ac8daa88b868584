import { parseMetrics, sumOf } from '../../cli/status/parse-metrics.ts';

/** What a process counted when it was asked. */
export interface Metrics {
  readonly text: string;
  /** Names of everything that it tells. */
  readonly names: readonly string[];
  /** The sum of all samples of a name that bear these labels; null: there is none. */
  of(name: string, labels?: Readonly<Record<string, string>>): number | null;
}

/** Reads the metrics of the process that answers at this address. */
export async function readMetrics(url: string): Promise<Metrics> {
  const response = await fetch(new URL('/metrics', url));
  const text = await response.text();
  if (!response.ok) throw new Error(`no metrics: ${response.status} ${text}`);
  const samples = parseMetrics(text);
  return {
    text,
    names: [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name),
    of: (name, labels) => sumOf(samples, name, labels),
  };
}
