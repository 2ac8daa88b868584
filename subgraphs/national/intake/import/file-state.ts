import { statSync } from 'node:fs';

/**
 * What tells a file from another at its path and from itself after a change: device, number, size and the time of its last writing. Asked without
 * waiting, so that it is sure to be known before the first byte is read. Null: there is none.
 * Errors  those of the file system, but for a file that is gone
 */
export function fileState(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : [found.dev, found.ino, found.size, found.mtimeNs].join(':');
}
