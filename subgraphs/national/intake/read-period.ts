import { parseEdtf } from '../../contract/periods/parse-edtf.ts';
import type { RowReader } from './row-reader.ts';

/** The columns of a period, ready to store. */
export interface StoredPeriod {
  readonly periodEdtf: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly periodDuration: string | null;
  readonly periodKind: string | null;
  readonly periodBasis: string | null;
  readonly periodRaw: string | null;
  readonly periodAscending: string;
  readonly periodDescending: string;
}

interface PeriodFacts {
  readonly edtf: string | null;
  readonly kind?: string | null;
  readonly basis?: string | null;
  readonly duration?: string | null;
}

/** After any day: an unknown first day comes last in ascending order; the empty text, before any day, does the same descending. */
const AFTER_ALL_DAYS = '9999-99-99';

/** The period of a row, with its days and sort keys. */
export function readPeriod({ edtf, kind = null, basis = null, duration = null }: PeriodFacts): StoredPeriod {
  const days = edtf === null ? null : parseEdtf(edtf);
  return {
    periodEdtf: edtf,
    periodStart: days?.start ?? null,
    periodEnd: days?.end ?? null,
    periodDuration: duration,
    periodKind: kind,
    periodBasis: basis,
    periodRaw: null,
    periodAscending: days?.start ?? AFTER_ALL_DAYS,
    periodDescending: days?.start ?? '',
  };
}

/** One period from the columns `start` and `end`: equal ones are one date, a missing end is an unknown one, `..` an open one. */
export function readDates(row: RowReader): string | null {
  const start = row.edtf('start');
  const end = row.text('end');
  if (start === null || parseEdtf(start) === null) return null;
  const edtf = start === end ? start : `${start}/${end ?? ''}`;
  if (parseEdtf(edtf) === null) row.refuse('end', 'must be an EDTF date that is not before start, or ..');
  return edtf;
}
