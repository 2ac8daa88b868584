const BITS = 26;
/** 2³² divided by the golden ratio: an odd number that spreads neighbors apart. */
const SPREAD = 0x9e_37_79_b1;

/**
 * Tells which numbers of 32 bits may have come before, in eight megabytes, however many come: one that did is always told, and one that did not in a
 * few cases as well, so that SQL has the last word on few rows instead of the first on all.
 */
export class RepeatFilter {
  readonly #seen = new Uint8Array(2 ** (BITS - 3));

  /** Takes a hash; whether it may have come before. Two places for each: that both are taken by others is a hundred times rarer than one. */
  mayRepeat(hash: number): boolean {
    const [isFirst, isSecond] = [this.#take(hash), this.#take(Math.imul(hash, SPREAD))];
    return !isFirst && !isSecond;
  }

  /** Takes the place of a number; whether it was free. */
  #take(number: number): boolean {
    const place = number >>> (32 - BITS);
    const byte = place >>> 3;
    const bit = 1 << (place & 7);
    const seen = this.#seen[byte] ?? 0;
    this.#seen[byte] = seen | bit;
    return (seen & bit) === 0;
  }
}
