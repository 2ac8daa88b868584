const BITS = 26;
/** 2³² divided by the golden ratio and its kin: odd numbers that spread neighbors apart. */
const [SEED, STEP, SPREAD] = [0x81_1c_9d_c5, 0x01_00_01_93, 0x9e_37_79_b1];

/**
 * Tells which pairs of texts may have come before, in eight megabytes, however many come: a pair that did is always told, and one that did not
 * in a few cases as well, so that SQL has the last word on few rows instead of the first on all.
 */
export class RepeatFilter {
  readonly #seen = new Uint8Array(2 ** (BITS - 3));
  #fingerprint = 0;

  /** A number of 32 bits that the last pair taken has in common with its equals, and with hardly any other. */
  get fingerprint(): number {
    return this.#fingerprint;
  }

  /** Takes a pair; whether it may have come before. Two places for each pair: that both are taken by others is a hundred times rarer than one. */
  mayRepeat(first: string, second: string): boolean {
    const fingerprint = hash(second, hash(first, SEED));
    this.#fingerprint = fingerprint;
    const [isFirst, isSecond] = [this.#take(fingerprint), this.#take(Math.imul(fingerprint, SPREAD))];
    return !isFirst && !isSecond;
  }

  /** Takes the place of a number; whether it was free. */
  #take(number: number): boolean {
    const place = number >>> (32 - BITS);
    const [byte, bit] = [place >>> 3, 1 << (place & 7)];
    const seen = this.#seen[byte] ?? 0;
    this.#seen[byte] = seen | bit;
    return (seen & bit) === 0;
  }
}

function hash(text: string, begin: number): number {
  let value = begin;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), STEP);
  value ^= value >>> 15;
  return Math.imul(value, 0x85_eb_ca_6b) ^ (value >>> 13);
}
