/** Characters that are encoded at once. */
const TEXT = 65_536;
/** Bytes of a part that is handed on. */
const PART = 1_048_576;
/** Bytes of the longest number that stands before a row, and its tab. */
const NUMBER = 21;
const LINE_FEED = 10;
const TAB = 9;
/** So few rows that begin alike may stand in any order: they go to the same pages. */
const ALIKE = 32;

/**
 * Texts of rows in one block of memory that are given back in the order of their beginnings: an index takes neighbors many times faster than rows
 * in any order. They are sorted as bytes, in typed arrays: a million strings would cost more than they bring.
 */
export class SortedRows {
  readonly #bytes: Buffer;
  /** Where each row begins; the last entry is where the next one will. */
  readonly #starts: Uint32Array;
  #text = '';
  #end = 0;
  /** Rows that are encoded already. */
  #encoded = 0;
  length = 0;

  constructor(bytes: number, mostRows: number) {
    this.#bytes = Buffer.allocUnsafeSlow(bytes);
    this.#starts = new Uint32Array(mostRows + 1);
  }

  /** Whether the next row may find no room. */
  get isFull(): boolean {
    // A character takes up to three bytes.
    return this.length >= this.#starts.length - 1 || this.#end + 3 * (this.#text.length + LONGEST_ROW) > this.#bytes.length;
  }

  /** Takes a row whose text ends with its line feed. */
  add(text: string): void {
    this.#text += text;
    this.length += 1;
    if (this.#text.length >= TEXT) this.#encode();
  }

  /** Puts places of rows, as they were added, into the order of their beginnings. */
  sort(places: Uint32Array): void {
    this.#encode();
    this.#sort(places, 0);
  }

  /** The bytes of all rows. */
  get bytes(): Uint8Array {
    this.#encode();
    return this.#bytes;
  }

  /** Where a row begins among them. */
  startOf(row: number): number {
    return this.#starts[row] ?? 0;
  }

  /** The text of one row. */
  textOf(row: number): string {
    return this.#bytes.toString('utf8', this.#starts[row], this.#starts[row + 1]);
  }

  /** The rows in an order, each with its number before it: `first` for the first of them, and so on. */
  *parts(order: Uint32Array, first: number): Generator<Uint8Array<ArrayBuffer>> {
    const rows = this.#bytes;
    let part = Buffer.allocUnsafeSlow(PART);
    let at = 0;
    let number = first;
    for (const row of order) {
      const start = this.#starts[row] ?? 0;
      const end = this.#starts[row + 1] ?? 0;
      if (at + NUMBER + end - start > part.length) {
        yield part.subarray(0, at);
        part = Buffer.allocUnsafeSlow(Math.max(PART, NUMBER + end - start));
        at = 0;
      }
      at += part.write(String(number), at, 'latin1');
      part[at] = TAB;
      rows.copy(part, at + 1, start, end);
      at += 1 + end - start;
      number += 1;
    }
    if (at > 0) yield part.subarray(0, at);
  }

  clear(): void {
    this.#text = '';
    this.#end = 0;
    this.#encoded = 0;
    this.length = 0;
  }

  #encode(): void {
    const end = this.#end + this.#bytes.write(this.#text, this.#end);
    this.#text = '';
    for (let at = this.#end; at < end;) {
      at = this.#bytes.indexOf(LINE_FEED, at) + 1;
      this.#encoded += 1;
      this.#starts[this.#encoded] = at;
    }
    this.#end = end;
  }

  /** Sorts by the next four bytes of each row, then each run that has them in common by those that follow. */
  #sort(order: Uint32Array, from: number): void {
    let depth = from;
    while (depth < DEEPEST && this.#isAlike(order, depth)) depth += 4;
    const keys = new BigUint64Array(order.length);
    // The same memory: four bytes of the row above its place.
    const halves = new Uint32Array(keys.buffer);
    for (let index = 0; index < order.length; index++) {
      const row = order[index] ?? 0;
      halves[2 * index] = row;
      halves[2 * index + 1] = this.#fourBytes(row, depth);
    }
    keys.sort();
    for (let index = 0; index < order.length; index++) order[index] = halves[2 * index] ?? 0;
    for (let first = 0; first < order.length;) {
      const beginning = halves[2 * first + 1];
      let next = first + 1;
      while (next < order.length && halves[2 * next + 1] === beginning) next += 1;
      if (next - first > ALIKE && depth < DEEPEST) this.#sort(order.subarray(first, next), depth + 4);
      first = next;
    }
  }

  /** Whether all rows have the four bytes at a depth in common, as keys with a name before their number do. */
  #isAlike(order: Uint32Array, depth: number): boolean {
    const beginning = this.#fourBytes(order[0] ?? 0, depth);
    for (let index = 1; index < order.length; index++) if (this.#fourBytes(order[index] ?? 0, depth) !== beginning) return false;
    return true;
  }

  /** What follows a short row belongs to another one; rows that begin alike may stand in any order. */
  #fourBytes(row: number, depth: number): number {
    const bytes = this.#bytes;
    const at = (this.#starts[row] ?? 0) + depth;
    return (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;
  }
}

/** Rows that have so many bytes in common are taken as they come. */
const DEEPEST = 200;
/** Characters of a row; one of a record may have some texts of 500. */
const LONGEST_ROW = 16_384;
