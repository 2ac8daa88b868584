import type { Archive } from './open-archive.ts';
import { hearXml } from './read-xml.ts';

const CHUNK = 4_194_304;

/** The texts that cells point at, as bytes: a million of them as JavaScript strings would take several times the memory. */
export class SharedStrings {
  readonly #chunks: Buffer[] = [];
  #used = CHUNK;
  #places = new Uint32Array(3 * 1024);
  #count = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.#used + length > CHUNK) {
      this.#chunks.push(Buffer.allocUnsafe(Math.max(CHUNK, length)));
      this.#used = 0;
    }
    this.#chunks.at(-1)?.write(text, this.#used);
    if (3 * this.#count + 3 > this.#places.length) {
      const grown = new Uint32Array(this.#places.length * 2);
      grown.set(this.#places);
      this.#places = grown;
    }
    this.#places.set([this.#chunks.length - 1, this.#used, length], 3 * this.#count);
    this.#used += length;
    this.#count += 1;
  }

  /** The text of a number, or undefined when there is none. */
  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    const [chunk = 0, start = 0, length = 0] = this.#places.subarray(3 * index, 3 * index + 3);
    return this.#chunks[chunk]?.toString('utf8', start, start + length);
  }
}

/**
 * Reads the shared texts of a workbook; the parts of a rich text are joined, readings of characters are left out.
 * Errors  XML_DAMAGED and those of the archive
 */
export async function readSharedStrings(archive: Archive, part: string | null): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === null) return strings;
  let [text, isText, isReading] = ['', false, false];
  await hearXml(archive.read(part), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      if (name === 't') isText = true;
    },
    text(piece) {
      if (isText && !isReading) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') strings.add(text);
    },
  });
  return strings;
}
