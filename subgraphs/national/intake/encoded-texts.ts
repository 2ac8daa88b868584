/** A letter takes up to three bytes. */
const BYTES_OF_LETTER = 3;

/**
 * Texts as bytes in UTF-8, one after the other in one block that is used again. A cell is a part of a larger text, of which the engine gives a letter at
 * several times the price of a byte.
 */
export class EncodedTexts {
  bytes: Buffer = Buffer.allocUnsafeSlow(0);
  /** Where each text begins; the last one ends where the entry after it says. */
  starts = new Int32Array(0);

  /** Takes other texts, in place of those before. */
  take(texts: readonly string[]): void {
    const all = texts.join('');
    if (this.bytes.length < BYTES_OF_LETTER * all.length) this.bytes = Buffer.allocUnsafeSlow(2 * BYTES_OF_LETTER * all.length);
    if (this.starts.length <= texts.length) this.starts = new Int32Array(2 * texts.length + 1);
    const isAscii = this.bytes.write(all) === all.length;
    let at = 0;
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index] ?? '';
      this.starts[index] = at;
      at += isAscii ? text.length : this.bytes.write(text, at);
    }
    this.starts[texts.length] = at;
  }
}
