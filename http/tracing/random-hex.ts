import { randomFillSync } from 'node:crypto';

/** Asking the system for a few bytes costs more than the rest of making an id. */
const pool = Buffer.allocUnsafe(4_096);
let used = pool.length;

/** So many random bytes as hexadecimal digits in lower case. */
export function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
