import type { Sample } from './family.ts';

/** Upper bounds in seconds: from an answer that was kept to the longest time that a request may take. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** Durations by size. Adding one costs a few comparisons; what a library would look up for each is made when the page is read. */
export class DurationHistogram {
  readonly #counts: number[] = Array.from({ length: BOUNDS.length + 1 }, () => 0);
  #sum = 0;

  add(seconds: number): void {
    let place = 0;
    while (place < BOUNDS.length && seconds > (BOUNDS[place] ?? 0)) place += 1;
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#sum += seconds;
  }

  /** As a histogram named so: each bound counts what is at most that long. */
  samples(name: string, labels: Sample['labels']): Sample[] {
    let total = 0;
    const buckets = this.#counts.map((count, place): Sample => {
      total += count;
      return { metricName: `${name}_bucket`, labels: { ...labels, le: BOUNDS[place] ?? '+Inf' }, value: total };
    });
    return [...buckets, { metricName: `${name}_sum`, labels, value: this.#sum }, { metricName: `${name}_count`, labels, value: total }];
  }
}
