/** A decimal number without loss: digits × 10^-scale. */
interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

const NUMERAL = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/**
 * The sum of numbers as their decimal numerals say, not as binary fractions: 0.1 + 0.2 is 0.3.
 * Shape   finite numbers -> number; of no numbers: 0
 * Errors  RangeError when one of them is not finite
 */
export function addDecimals(...numbers: readonly number[]): number {
  const terms = numbers.map(scaled);
  const scale = Math.max(0, ...terms.map((term) => term.scale));
  const digits = terms.reduce((sum, term) => sum + term.digits * 10n ** BigInt(scale - term.scale), 0n);
  return Number(`${digits}e-${scale}`);
}

function scaled(number: number): Scaled {
  const numeral = NUMERAL.exec(String(number));
  if (numeral === null) throw new RangeError(`${number} is not a finite number`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = numeral;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}
