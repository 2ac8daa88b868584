import { OPEN_END, parseEdtf } from '../periods/parse-edtf.ts';
import { Period } from './period.ts';

/**
 * The period that a text tells, with its days.
 * Shape   EDTF text -> period; an end that is still open has no day. Null: the text is nothing of the accepted subset
 */
export function periodOf(edtf: string): Period | null {
  const days = parseEdtf(edtf);
  if (days === null) return null;
  return Object.assign(new Period(), { edtf, start: days.start, end: days.end === OPEN_END ? null : days.end });
}
