import type { BulkColumn, BulkSession, BulkValue } from './bulk-session.ts';
import { valueText } from './row-text.ts';

/** Bytes of rows that are gathered before they are sent on. */
const SENT_AT_ONCE = 524_288;
/** Room for the row that fills a part; a longer one makes room for itself. */
const LAST_ROW = 65_536;
/** Parts under way: one goes in while the next waits at the door and a third is made. */
const PARTS_UNDER_WAY = 2;
/** A letter takes up to three bytes. */
const BYTES_OF_LETTER = 3;
/** Bytes of the longest number: -1.7976931348623157e+308. */
const LONGEST_NUMBER = 24;
/** Whole numbers up to here are made of digits by hand. */
const LARGEST_OF_DIGITS = 2 ** 31 - 1;
/** Letters of a text that is written one by one. */
const SHORT = 16;
const [TAB, LINE_FEED, BLANK, ZERO, BACKSLASH, LAST_ASCII] = [9, 10, 32, 48, 92, 126];

/**
 * Writes rows of one table as bytes and sends full parts of them on, so that few rows are in memory however many there are. Values are encoded at once:
 * a text that waits would keep the whole piece of the file of which it is a part.
 */
export class RowWriter {
  readonly #session: BulkSession;
  readonly #table: string;
  readonly #columns: readonly BulkColumn[];
  #bytes = emptyBytes();
  #length = 0;
  readonly #underWay = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  constructor(session: BulkSession, table: string, columns: readonly BulkColumn[]) {
    this.#session = session;
    this.#table = table;
    this.#columns = columns;
  }

  /** Begins a row with a whole number. */
  begin(number: number): void {
    this.#makeRoom(LONGEST_NUMBER);
    this.#writeNumber(number);
  }

  /** Writes the next value of a row. */
  value(value: BulkValue | undefined): void {
    const isText = typeof value === 'string';
    this.#makeRoom(2 + (isText ? BYTES_OF_LETTER * value.length : LONGEST_NUMBER));
    this.#bytes[this.#length] = TAB;
    this.#length += 1;
    if (isText && value.length <= SHORT) this.#writeShort(value);
    else if (typeof value === 'number' && Number.isInteger(value)) this.#writeNumber(value);
    else this.#length += this.#bytes.write(valueText(value), this.#length);
  }

  /** Writes what stands in the text of a row already: one value or several, each with the tab before it. */
  bytes(bytes: Uint8Array, from = 0, to = bytes.length): void {
    this.#makeRoom(to - from);
    const target = this.#bytes;
    let at = this.#length;
    for (let index = from; index < to; index++) target[at++] = bytes[index] ?? 0;
    this.#length = at;
  }

  /** Ends a row. */
  endRow(): void {
    this.#makeRoom(1);
    this.#bytes[this.#length] = LINE_FEED;
    this.#length += 1;
  }

  /** Sends a full part on. Null: it is not full yet. To be asked every few rows: until then they all stay in memory. */
  sendFull(): Promise<void> | null {
    return this.#length >= SENT_AT_ONCE ? this.#send() : null;
  }

  /** Sends what is left and waits until all of it is taken. Errors  those of the database, for any of the rows so far */
  async sent(): Promise<void> {
    await this.#send();
    await Promise.all(this.#underWay);
    if (this.#failure !== null) throw this.#failure.error;
  }

  async #send(): Promise<void> {
    while (this.#underWay.size >= PARTS_UNDER_WAY) await Promise.race(this.#underWay);
    if (this.#failure !== null) throw this.#failure.error;
    if (this.#length === 0) return;
    const rows = this.#bytes.subarray(0, this.#length);
    this.#bytes = emptyBytes();
    this.#length = 0;
    const part: Promise<void> = this.#session
      .load(this.#table, this.#columns, rows)
      // Whoever sends or waits next is told.
      .catch((error: unknown) => void (this.#failure ??= { error }))
      .finally(() => this.#underWay.delete(part));
    this.#underWay.add(part);
  }

  /** Letter by letter: for few of them that is faster than to ask the engine. */
  #writeShort(text: string): void {
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code < BLANK || code > LAST_ASCII || code === BACKSLASH) {
        this.#length += bytes.write(valueText(text), this.#length);
        return;
      }
      bytes[at++] = code;
    }
    this.#length = at;
  }

  #writeNumber(number: number): void {
    if (number < 0 || number > LARGEST_OF_DIGITS) {
      this.#length += this.#bytes.write(String(number), this.#length);
      return;
    }
    let digits = 1;
    for (let least = 10; least <= number; least *= 10) digits += 1;
    const bytes = this.#bytes;
    const begin = this.#length;
    let rest = number;
    for (let at = begin + digits - 1; at >= begin; at--) {
      bytes[at] = ZERO + (rest % 10);
      rest = Math.trunc(rest / 10);
    }
    this.#length = begin + digits;
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(this.#bytes.length + Math.max(bytes, LAST_ROW));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}

function emptyBytes(): Buffer<ArrayBuffer> {
  return Buffer.allocUnsafeSlow(SENT_AT_ONCE + LAST_ROW);
}
