/** A growing list of row numbers, four bytes each. */
export class LineList {
  #lines = new Int32Array(1_024);
  length = 0;

  add(line: number): void {
    if (this.length === this.#lines.length) {
      const longer = new Int32Array(2 * this.length);
      longer.set(this.#lines);
      this.#lines = longer;
    }
    this.#lines[this.length] = line;
    this.length += 1;
  }

  /** The numbers in parts of at most so many. */
  *parts(size: number): Iterable<readonly number[]> {
    for (let start = 0; start < this.length; start += size) yield [...this.#lines.subarray(start, Math.min(start + size, this.length))];
  }
}
