import { isAscii } from 'node:buffer';
import { constants, type FileHandle, open } from 'node:fs/promises';
import { SourceFault } from '../source-fault.ts';
import { createDecoder } from './create-decoder.ts';
import { type DetectedEncoding, detectEncoding, namedEncoding, type Sample } from './detect-encoding.ts';

const SAMPLE = 262_144;
/** Small enough that a piece's text is garbage of the cheap kind: with eight times as much, memory grows by half. */
const PIECE = 32_768;
/** Bytes that are read at once, always into the same two blocks of memory. */
const READ_AT_ONCE = 262_144;

/** A file as text: its encoding, and its characters as a stream. */
export interface SourceText extends DetectedEncoding {
  /** Whether the owner named the encoding; otherwise it was found out. */
  readonly isNamed: boolean;
  readonly bytes: { readonly total: number; read: number };
  /** Decodes from the beginning, without the byte order mark. What is no text in the encoding comes as `brokenCharacter`, for the reader of rows to refuse. */
  decode(): AsyncGenerator<string>;
}

/**
 * Opens a file as text.
 * Errors  FILE_UNREADABLE, FILE_EMPTY, ENCODING_UNKNOWN
 */
export async function openSourceText(file: string, named: string | undefined): Promise<SourceText> {
  const handle = await openFile(file);
  try {
    const { size } = await handle.stat();
    const sample = await readSample(handle, size);
    if (sample.bytes.length === 0) throw new SourceFault('FILE_EMPTY');
    const detected = named === undefined ? detectEncoding(sample) : namedEncoding(named, sample);
    const bytes = { total: size, read: 0 };
    return { ...detected, isNamed: named !== undefined, bytes, decode: () => decode(file, detected, bytes) };
  } finally {
    await handle.close();
  }
}

/**
 * Opens a file for reading.
 * Errors  FILE_UNREADABLE with the system's code
 */
export async function openFile(file: string): Promise<FileHandle> {
  try {
    // A pipe without a writer would be waited for.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SourceFault('FILE_UNREADABLE', {}, { found: code ?? 'unknown reason' }, error);
  }
  throw new SourceFault('FILE_UNREADABLE', {}, { found: 'it is no file' });
}

/** The first bytes; where they are plain ASCII, those around the first that are not: a header in Latin letters says nothing of what follows. */
async function readSample(handle: FileHandle, size: number): Promise<Sample> {
  const buffer = Buffer.alloc(Math.min(SAMPLE, size));
  for (let position = 0; ; position += SAMPLE) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    const bytes = buffer.subarray(0, bytesRead);
    const isEnd = position + bytesRead >= size || bytesRead === 0;
    if (!isAscii(bytes) || isEnd || bytes.includes(0)) return { bytes, isStart: position === 0, isEnd };
  }
}

async function* decode(file: string, { encoding, markLength }: DetectedEncoding, bytes: { read: number }): AsyncGenerator<string> {
  const decoder = createDecoder(encoding);
  bytes.read = markLength;
  try {
    const handle = await open(file, 'r');
    try {
      let [filled, filling] = [Buffer.allocUnsafeSlow(READ_AT_ONCE), Buffer.allocUnsafeSlow(READ_AT_ONCE)];
      let reading = handle.read(filling, 0, READ_AT_ONCE, markLength);
      for (let position = markLength; ;) {
        const { bytesRead } = await reading;
        if (bytesRead === 0) break;
        position += bytesRead;
        [filled, filling] = [filling, filled];
        // One block is read while the other is decoded.
        reading = handle.read(filling, 0, READ_AT_ONCE, position);
        reading.catch(() => undefined);
        for (let start = 0; start < bytesRead; start += PIECE) {
          const piece = filled.subarray(start, Math.min(start + PIECE, bytesRead));
          bytes.read += piece.length;
          yield decoder.write(piece);
        }
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof SourceFault
      ? error
      : new SourceFault('FILE_UNREADABLE', {}, { found: (error as NodeJS.ErrnoException).code ?? 'unknown reason' }, error);
  }
  yield decoder.end();
}
