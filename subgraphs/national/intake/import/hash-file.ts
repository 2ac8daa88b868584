import { createHash } from 'node:crypto';
import { SourceFault } from '../reading/source-fault.ts';
import { openFile } from '../reading/text/source-text.ts';
import { fileState } from './file-state.ts';

/** Bytes that are read at once, always into the same memory: new memory for each part takes three times as long as the hash itself. */
const PART = 262_144;

/**
 * SHA-256 of a file, in hex.
 * Errors  SourceFault FILE_UNREADABLE
 */
export async function hashFile(file: string): Promise<string> {
  const handle = await openFile(file);
  const hash = createHash('sha256');
  const part = Buffer.allocUnsafeSlow(PART);
  try {
    for (let length = 1; length > 0;) {
      length = (await handle.read(part, 0, PART, null)).bytesRead;
      hash.update(part.subarray(0, length));
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new SourceFault('FILE_UNREADABLE', {}, { found: code }, error);
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

/** A hash that is made beside other work, which mostly waits. */
export interface RunningHash {
  /** SHA-256, in hex. Errors  SourceFault FILE_UNREADABLE */
  readonly digest: Promise<string>;
  /** Whether the file is still as it was before its first byte was read: else other bytes may have been read beside the hash. */
  isCurrent(this: void): boolean;
}

/** Begins to hash a file, without waiting; what goes wrong is told to whoever asks for the digest. */
export function beginHash(file: string): RunningHash {
  const before = fileState(file);
  const digest = hashFile(file);
  digest.catch(() => undefined);
  return { digest, isCurrent: () => fileState(file) === before };
}
