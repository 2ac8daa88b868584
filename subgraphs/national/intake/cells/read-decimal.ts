import { CellFault } from './cell-faults.ts';

// Blanks between thousands: plain, no-break, narrow no-break, thin; also the apostrophe.
const THOUSANDS = /(?<=\d)[ \u00A0\u202F\u2009'](?=\d{3}(?:\D|$))/g;
const WITH_COMMA = /^-?\d+(?:,\d+)?$/;
const WITH_POINT = /^-?\d+(?:\.\d+)?$/;
/** `1.234` may be a thousand or a bit more than one: it is refused unless the mapping names the sign. */
const UNCLEAR_POINT = /^-?\d{1,3}\.\d{3}$/;

/**
 * The number that a cell means.
 * Shape   text, decimal sign (null: comma, and a point where it is clear) -> number or a fault
 * Errors  CellFault NUMBER_UNREADABLE
 */
export function readDecimal(text: string, sign: 'comma' | 'point' | null): number | CellFault {
  const digits = text.replace(THOUSANDS, '').replace(/^[−–]/, '-');
  if (sign !== 'point' && WITH_COMMA.test(digits)) return Number(digits.replace(',', '.'));
  const mayPoint = sign === 'point' || (sign === null && !UNCLEAR_POINT.test(digits));
  return mayPoint && WITH_POINT.test(digits) ? Number(digits) : new CellFault('NUMBER_UNREADABLE');
}
