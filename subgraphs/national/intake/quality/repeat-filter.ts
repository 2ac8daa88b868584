const BLOCK_BITS = 20;
/** 2³² divided by the golden ratio: an odd number that spreads neighbors apart. */
const SPREAD = 0x9e_37_79_b1;

/**
 * Tells which numbers of 32 bits may have come before, in eight megabytes, however many come: one that did is always told, and one that did not in a
 * few cases as well, so that SQL has the last word on few rows instead of the first on all.
 * Source  Putze, Sanders, Singler, "Cache-, Hash- and Space-Efficient Bloom Filters": all marks of a number in one block, since memory is what takes the time
 */
export class RepeatFilter {
  /** A block is two words of 32 bits. */
  readonly #words = new Int32Array(2 ** (BLOCK_BITS + 1));

  /** Takes a hash; whether it may have come before. */
  mayRepeat(hash: number): boolean {
    const block = (hash >>> (32 - BLOCK_BITS)) << 1;
    const marks = Math.imul(hash, SPREAD);
    const first = (1 << (marks >>> 27)) | (1 << ((marks >>> 22) & 31));
    const second = (1 << ((marks >>> 17) & 31)) | (1 << ((marks >>> 12) & 31));
    const seenFirst = this.#words[block] ?? 0;
    const seenSecond = this.#words[block + 1] ?? 0;
    this.#words[block] = seenFirst | first;
    this.#words[block + 1] = seenSecond | second;
    return (seenFirst & first) === first && (seenSecond & second) === second;
  }
}
