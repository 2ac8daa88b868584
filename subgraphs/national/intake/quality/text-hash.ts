/** Odd, and far from any power of two. */
const STEP = 0x01_00_01_93;
const FINAL = 0x85_eb_ca_6b;

/** Where a hash begins that goes on from nothing. */
export const HASH_BEGIN = 0x81_1c_9d_c5;

/**
 * A number of 32 bits for a text, going on from another one. Letter by letter: most cells are parts of a larger text, for which the engine's own hash, and
 * with it Map and ===, is ten times slower.
 */
export function hashText(text: string, begin: number): number {
  let value = begin;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), STEP);
  return spread(value);
}

/** The same for two whole numbers. */
export function hashNumbers(first: number, second: number): number {
  return spread(Math.imul(spread(Math.imul(first ^ HASH_BEGIN, STEP)) ^ second, STEP));
}

/** The same for bytes up to one that ends them. */
export function hashBytes(bytes: Uint8Array, from: number, end: number): number {
  let value = HASH_BEGIN;
  for (let index = from; index < bytes.length && bytes[index] !== end; index += 1) value = Math.imul(value ^ (bytes[index] ?? 0), STEP);
  return spread(value);
}

function spread(value: number): number {
  const high = value ^ (value >>> 15);
  return Math.imul(high, FINAL) ^ (high >>> 13);
}
