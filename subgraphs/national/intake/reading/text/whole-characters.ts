/**
 * The bytes without a character that is cut off at their end.
 * Shape   bytes, encoding of Unicode -> the same bytes, or up to three less
 */
export function wholeCharacters(bytes: Buffer, encoding: string): Buffer {
  return encoding === 'utf-8' ? wholeUtf8(bytes) : wholeUtf16(bytes, encoding === 'utf-16le');
}

function wholeUtf8(bytes: Buffer): Buffer {
  for (let cut = 1; cut <= Math.min(3, bytes.length); cut++) {
    const byte = bytes[bytes.length - cut] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return lengthOf(byte) > cut ? bytes.subarray(0, bytes.length - cut) : bytes;
  }
  return bytes;
}

/** Bytes of a character by its first. */
const lengthOf = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

function wholeUtf16(bytes: Buffer, isLittle: boolean): Buffer {
  const even = bytes.length - (bytes.length % 2);
  const high = bytes[isLittle ? even - 1 : even - 2] ?? 0;
  const isHighSurrogate = high >= 0xd8 && high <= 0xdb;
  return bytes.subarray(0, isHighSurrogate ? even - 2 : even);
}
