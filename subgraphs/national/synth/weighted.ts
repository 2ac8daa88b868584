import type { Random } from './random.ts';

/** Values that are drawn as often as their weights say. */
export class Weighted<Value> {
  readonly #values: readonly Value[];
  /** Where each value's share ends, between 0 and 1. */
  readonly #ends: readonly number[];

  constructor(entries: readonly (readonly [Value, number])[]) {
    const whole = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let sum = 0;
    this.#values = entries.map(([value]) => value);
    this.#ends = entries.map(([, weight]) => (sum += weight) / whole);
  }

  /** The first half as likely as the whole rest, and so on: how names, places and tasks are used. */
  static falling<Value>(values: readonly Value[]): Weighted<Value> {
    return new Weighted(values.map((value, index) => [value, 1 / (index + 1)]));
  }

  /** A value; undefined only when there is none at all. */
  draw(random: Random): Value | undefined {
    const place = random.unit();
    let [low, high] = [0, this.#ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place < (this.#ends[middle] ?? 1)) high = middle;
      else low = middle + 1;
    }
    return this.#values[low];
  }
}
