import type { EncodedTexts } from './encoded-texts.ts';

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

/** The same for bytes, from nothing. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let value = HASH_BEGIN;
  for (let index = from; index < to; index += 1) value = Math.imul(value ^ (bytes[index] ?? 0), STEP);
  return spread(value);
}

/** The hash of the bytes of each text. */
export function hashTexts({ bytes, starts }: EncodedTexts, count: number): Int32Array {
  const hashes = new Int32Array(count);
  for (let index = 0; index < count; index += 1) hashes[index] = hashBytes(bytes, starts[index] ?? 0, starts[index + 1] ?? 0);
  return hashes;
}

/** The same for two whole numbers. */
export function hashNumbers(first: number, second: number): number {
  return spread(Math.imul(spread(Math.imul(first ^ HASH_BEGIN, STEP)) ^ second, STEP));
}

/** Whether two texts are the same, letter by letter as well. */
export function isSameText(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one.charCodeAt(index) !== other.charCodeAt(index)) return false;
  return true;
}

function spread(value: number): number {
  const high = value ^ (value >>> 15);
  return Math.imul(high, FINAL) ^ (high >>> 13);
}
