/** One line of a page of metrics. */
export interface MetricSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A page of metrics, by the names on its lines. */
export type MetricSamples = ReadonlyMap<string, readonly MetricSample[]>;

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;

/**
 * Reads a page of metrics; lines that are none are passed over.
 * Source  https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function parseMetrics(page: string): MetricSamples {
  const samples = new Map<string, MetricSample[]>();
  for (const line of page.split('\n')) {
    const [, name, labels = '', value = ''] = LINE.exec(line) ?? [];
    if (name === undefined) continue;
    const pairs = [...labels.matchAll(LABEL)].map(([, label = '', text = '']): [string, string] => [
      label,
      text.replaceAll(/\\(.)/g, '$1'),
    ]);
    const sample = { labels: Object.fromEntries(pairs), value: Number(value.replace('Inf', 'Infinity')) };
    const known = samples.get(name);
    if (known === undefined) samples.set(name, [sample]);
    else known.push(sample);
  }
  return samples;
}

/** The sum of all samples of a name that bear these labels; null: there is none. */
export function sumOf(samples: MetricSamples, name: string, labels: Readonly<Record<string, string>> = {}): number | null {
  const wanted = Object.entries(labels);
  const found = (samples.get(name) ?? []).filter((sample) => wanted.every(([label, value]) => sample.labels[label] === value));
  return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0);
}
