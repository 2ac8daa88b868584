/**
 * Numbers that look random and are the same at every run: a stream of its own for each seed, purpose and unit, so that any part of a made-up
 * registry can be made anew without the rest. The generator is sfc32 of PractRand.
 */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  /** Begins the stream of one unit; the same object serves one unit after the other. */
  begin(seed: number, purpose: number, unit: number): this {
    this.#a = mixed(seed ^ Math.imul(purpose, 0x9e3779b1));
    this.#b = mixed(this.#a ^ unit);
    this.#c = mixed(this.#b + purpose);
    this.#counter = 1;
    // The first numbers still resemble what they were made from.
    for (let round = 0; round < 8; round += 1) this.whole();
    return this;
  }

  /** A whole number from 0 to 2³² − 1. */
  whole(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number from 0 inclusive to 1 exclusive. */
  unit(): number {
    return this.whole() / 4_294_967_296;
  }

  /** A whole number from 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor(this.unit() * count);
  }

  /** Whether something of this probability happens. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** A number of the normal distribution with mean 0 and variance 1, by Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  /** One of the values. */
  pick<Value>(values: readonly Value[]): Value | undefined {
    return values[this.below(values.length)];
  }
}

/** The finisher of MurmurHash3: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
