import { parseEdtf } from '../../contract/periods/parse-edtf.ts';
import { type Row, rowAt, textAt } from './row-values.ts';

/** The time that something is told of. Days are calendar dates, YYYY-MM-DD. Source: schema/GLOSSARY.md, "period". */
export interface PeriodFacts {
  /** Null: the source gives no date. */
  readonly edtf: string | null;
  /** First day. Null: not known. */
  readonly start: string | null;
  /** Last day; OPEN_END for `..`. Null: not known. */
  readonly end: string | null;
  /** ISO 8601 duration, where a length is said without dates. */
  readonly duration: string | null;
  readonly kind: string | null;
  readonly basis: string | null;
}

/** The fields of a period, to be asked under the alias `birge_period`. */
export const PERIOD_FACTS_FIELDS = 'birge_period: period { edtf duration kind basis }';

/** The period of a row; its days follow from the expression alone, since the published last day does not tell open from unknown. */
export function readPeriodFacts(row: Row): PeriodFacts | null {
  const period = rowAt(row, 'birge_period');
  if (period === null) return null;
  const edtf = textAt(period, 'edtf');
  return periodFacts({ edtf, duration: textAt(period, 'duration'), kind: textAt(period, 'kind'), basis: textAt(period, 'basis') });
}

/** A period with the days of its expression. */
export function periodFacts(told: Omit<PeriodFacts, 'start' | 'end'>): PeriodFacts {
  const days = told.edtf === null ? null : parseEdtf(told.edtf);
  return { ...told, start: days?.start ?? null, end: days?.end ?? null };
}

/** Whether its days come from outside the text, or are marked as uncertain or approximate in it. */
export function isInferred(period: PeriodFacts | null): boolean {
  return period !== null && (period.basis === 'INFERRED' || /[?~%]/.test(period.edtf ?? ''));
}

/** Whether the text itself gives the days: neither inferred from outside nor missing. */
export function isStated(period: PeriodFacts | null): boolean {
  return period !== null && (period.basis === 'STATED' || period.basis === 'RELATIVE');
}
