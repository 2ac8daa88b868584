import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import iconv from 'iconv-lite';

/** Characters that are encoded and written at once. */
const CHUNK = 1 << 17;

const QUESTION_MARK = 0x3f;

/** A file that was written. */
export interface WrittenFile {
  readonly bytes: number;
  /** SHA-256 in lower-case hex. */
  readonly sha256: string;
}

/**
 * Writes lines in an encoding, piece by piece; the file gets its name when it is whole.
 * Errors  those of the file system; a letter that the encoding does not have
 */
export async function writeFile(file: string, encoding: string, byteOrderMark: boolean, lines: Iterable<string>): Promise<WrittenFile> {
  const half = `${file}.part`;
  const stream = createWriteStream(half);
  const hash = createHash('sha256');
  const written = finished(stream);
  let bytes = 0;
  const put = async (text: string): Promise<void> => {
    const encoded = iconv.encode(text, encoding);
    // iconv writes a question mark for a letter that it cannot write.
    if (encoded.includes(QUESTION_MARK) && !text.includes('?')) throw new Error(`${encoding} lacks a letter that ${file} needs`);
    hash.update(encoded);
    bytes += encoded.length;
    if (!stream.write(encoded)) await Promise.race([once(stream, 'drain'), written]);
  };
  let waiting = byteOrderMark ? '\uFEFF' : '';
  for (const line of lines) {
    waiting += line;
    if (waiting.length < CHUNK) continue;
    await put(waiting);
    waiting = '';
  }
  await put(waiting);
  stream.end();
  await written;
  await rename(half, file);
  return { bytes, sha256: hash.digest('hex') };
}
