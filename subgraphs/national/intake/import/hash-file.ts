import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { SourceFault } from '../reading/source-fault.ts';

/**
 * SHA-256 of a file, in hex.
 * Errors  SourceFault FILE_UNREADABLE
 */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(file, { highWaterMark: 1_048_576 })) hash.update(part as Buffer);
  } catch (error) {
    throw new SourceFault(
      'FILE_UNREADABLE',
      {},
      { found: error instanceof Error && 'code' in error ? String(error.code) : 'no file' },
      error,
    );
  }
  return hash.digest('hex');
}
