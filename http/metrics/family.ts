/** One number of a family, told apart from the others by its labels. */
export interface Sample {
  /** Where it is not the family's own: a histogram has three. */
  readonly metricName?: string;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}

/**
 * Everything that bears one name on a page of metrics.
 * Source  https://prometheus.io/docs/concepts/metric_types/
 */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly values: readonly Sample[];
}

/** Makes families of what was counted; asked when somebody reads the page, and at no other time. */
export type ReadFamilies = () => readonly Family[] | Promise<readonly Family[]>;

export function counter(name: string, help: string, values: readonly Sample[]): Family {
  return { name, help, type: 'counter', values };
}

export function gauge(name: string, help: string, values: readonly Sample[]): Family {
  return { name, help, type: 'gauge', values };
}

/** The samples of counted things, each under one label. */
export function samplesBy(label: string, counts: Iterable<readonly [string | number, number]>): Sample[] {
  return [...counts].map(([key, value]) => ({ labels: { [label]: key }, value }));
}

/** A number that stands alone. */
export function alone(value: number): Sample[] {
  return [{ labels: {}, value }];
}
