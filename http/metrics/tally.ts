/** How often each of a few keys was counted. */
export class Tally<Key extends string | number> implements Iterable<readonly [Key, number]> {
  readonly #counts = new Map<Key, number>();

  add(key: Key): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  [Symbol.iterator](): Iterator<readonly [Key, number]> {
    return this.#counts.entries();
  }
}
