import { basename, dirname, join } from 'node:path';
import { hash } from 'node:crypto';

/** How the name of a file of refused rows ends. */
export const REJECTED_ENDING = '.rejected.csv';
/** Bytes that a name may have in the file systems of today. */
const LONGEST_NAME = 255;
const DIGITS = 8;

/**
 * Path of the file of refused rows beside its source. Where the name would be too long for a folder it is cut, and a hash of the whole tells it apart
 * from others that begin alike.
 * Shape   `/a/b.xlsx` -> `/a/b.xlsx.rejected.csv`
 */
export function rejectedName(file: string): string {
  const name = basename(file);
  if (Buffer.byteLength(name + REJECTED_ENDING) <= LONGEST_NAME) return file + REJECTED_ENDING;
  const ending = `.${hash('sha256', name).slice(0, DIGITS)}${REJECTED_ENDING}`;
  let kept = '';
  for (const character of name) {
    if (Buffer.byteLength(kept + character + ending) > LONGEST_NAME) break;
    kept += character;
  }
  return join(dirname(file), kept + ending);
}
