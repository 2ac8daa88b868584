const BLOCK = 65_536;

/** A growing list of whole numbers of 32 bits, four bytes each and never copied. */
export class NumberList {
  readonly #blocks: Int32Array[] = [];
  length = 0;

  add(number: number): void {
    const place = this.length % BLOCK;
    if (place === 0) this.#blocks.push(new Int32Array(BLOCK));
    const block = this.#blocks.at(-1);
    if (block !== undefined) block[place] = number;
    this.length += 1;
  }

  at(index: number): number {
    return this.#blocks[Math.floor(index / BLOCK)]?.[index % BLOCK] ?? 0;
  }

  /** The numbers in parts of at most so many. */
  *parts(size: number): Iterable<readonly number[]> {
    for (let start = 0; start < this.length; start += size) {
      yield Array.from({ length: Math.min(size, this.length - start) }, (_, index) => this.at(start + index));
    }
  }
}
