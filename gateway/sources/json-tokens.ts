const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const BACKSLASH = 92;
const SMALL_F = 102;
const SMALL_T = 116;
const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');
/** So many digits come back from a double as they went in. */
const SAFE_DIGITS = 15;
/** Smaller numbers are written with an exponent. */
const MOST_DECIMALS = 6;

/** No value of this kind stands there, or none that JSON.stringify would have written so. */
export const ELSEWHERE = -1;

const isDigit = (code: number | undefined): boolean => code !== undefined && code >= ZERO && code <= ZERO + 9;

/**
 * Where a text ends that begins at a place; only one without escapes, which every writer writes alike.
 * Shape   JSON in UTF-8, place -> place behind it, or ELSEWHERE
 */
export function endOfText(json: Buffer, at: number): number {
  if (json[at] !== QUOTE) return ELSEWHERE;
  for (let index = at + 1; index < json.length; index += 1) {
    const code = json[index] as number;
    if (code === QUOTE) return index + 1;
    if (code < 32 || code === BACKSLASH) return ELSEWHERE;
  }
  return ELSEWHERE;
}

/** Where a number ends that stands as JSON.stringify writes it: no exponent, no needless zero, not more digits than a double keeps. */
export function endOfNumber(json: Buffer, at: number): number {
  const isNegative = json[at] === MINUS;
  const begin = isNegative ? at + 1 : at;
  let index = begin;
  while (isDigit(json[index])) index += 1;
  const whole = index - begin;
  const isZero = json[begin] === ZERO;
  if (whole === 0 || (isZero && whole > 1)) return ELSEWHERE;
  if (json[index] !== POINT) return whole > SAFE_DIGITS || (isNegative && isZero) ? ELSEWHERE : index;
  const decimalsBegin = index + 1;
  index = decimalsBegin;
  while (isDigit(json[index])) index += 1;
  const decimals = index - decimalsBegin;
  const isShort = decimals > 0 && decimals <= MOST_DECIMALS && whole + decimals <= SAFE_DIGITS;
  return isShort && json[index - 1] !== ZERO ? index : ELSEWHERE;
}

/** Where a word ends that is to stand at a place. */
export function endOfWord(json: Buffer, at: number, word: Buffer): number {
  for (let index = 0; index < word.length; index += 1) if (json[at + index] !== word[index]) return ELSEWHERE;
  return at + word.length;
}

/** Where a text, a number or a boolean ends. */
export function endOfLeaf(json: Buffer, at: number): number {
  const code = json[at];
  if (code === QUOTE) return endOfText(json, at);
  if (code === SMALL_T) return endOfWord(json, at, TRUE);
  return code === SMALL_F ? endOfWord(json, at, FALSE) : endOfNumber(json, at);
}

/** The value of such a leaf. */
export function leafAt(json: Buffer, at: number, end: number): string | number | boolean {
  const code = json[at];
  if (code === QUOTE) return json.toString('utf8', at + 1, end - 1);
  return code === SMALL_T || code === SMALL_F ? code === SMALL_T : Number(json.toString('latin1', at, end));
}
