const INTEGER = /^-?\d+$/;
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A number as people write it: no exponent, no tail of binary rounding; whole numbers keep all their digits.
 * Shape   `5.0999999999999996` -> `5.1`, `1.5E-5` -> `0.000015`; null when it is no number
 */
export function plainNumber(text: string): string | null {
  if (INTEGER.test(text)) return text;
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  if (!Number.isFinite(value)) return null;
  const [mantissa = '', exponent] = String(value).split('e');
  return exponent === undefined ? mantissa : shifted(mantissa, Number(exponent));
}

function shifted(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.slice(0, point).padEnd(point, '0') + (digits.length > point ? `.${digits.slice(point)}` : '');
}
