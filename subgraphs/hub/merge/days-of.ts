import { parseEdtf } from '../../contract/periods/parse-edtf.ts';
import type { KnownDays } from './period-relation.ts';

/**
 * The days of an asked period; null for any time.
 * Errors  RangeError when it is no EDTF: the contract's scalar lets none of those through
 */
export function daysOf(period: string | null): KnownDays | null {
  const days = period === null ? null : parseEdtf(period);
  if (period !== null && days === null) throw new RangeError(`${period} is not a period of the accepted EDTF`);
  return days;
}
