import { daysInMonth } from '../../contract/periods/calendar-date.ts';
import { OPEN_END } from '../../contract/periods/parse-edtf.ts';
import type { PeriodFacts } from './period-facts.ts';

/** A length in whole months or in days: a month has no fixed number of days, so the two stay apart. */
export interface Length {
  readonly unit: 'MONTH' | 'DAY';
  readonly count: number;
}

const DURATION = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const YEARLY: ReadonlySet<string | null> = new Set(['YEAR', 'PREVIOUS_YEAR']);
const DAY_MS = 86_400_000;

/**
 * The length of a period: the one said, else a year for a yearly kind, else that of its days.
 * Shape   period -> length, or null when it is not known
 * Source  schema/GLOSSARY.md, "length of a period"
 */
export function periodLength(period: PeriodFacts | null): Length | null {
  if (period === null) return null;
  if (period.duration !== null) return durationLength(period.duration);
  return YEARLY.has(period.kind) ? { unit: 'MONTH', count: 12 } : lengthOfDays(period.start, period.end);
}

/** Whether the length follows from the days of the period rather than from what is said of it. */
export function isLengthFromDays({ duration, kind }: PeriodFacts): boolean {
  return duration === null && !YEARLY.has(kind);
}

/** An ISO 8601 duration of years and months, or of weeks and days; null when it is neither or both. */
export function durationLength(duration: string): Length | null {
  const parts = DURATION.exec(duration);
  if (parts === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const inMonths = years * 12 + months;
  const inDays = weeks * 7 + days;
  if ((inMonths === 0) === (inDays === 0)) return null;
  return inMonths > 0 ? { unit: 'MONTH', count: inMonths } : { unit: 'DAY', count: inDays };
}

/** Whether two lengths cannot be one: 31 days may be a month, 40 days may not. */
export function areLengthsDifferent(a: Length, b: Length): boolean {
  if (a.unit === b.unit) return a.count !== b.count;
  const [leastA, mostA] = daysOf(a);
  const [leastB, mostB] = daysOf(b);
  return mostA < leastB || mostB < leastA;
}

/** The number of days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The least and the most days that a length can have. */
export function daysOf({ unit, count }: Length): readonly [number, number] {
  if (unit === 'DAY') return [count, count];
  const [years, months] = [Math.floor(count / 12), count % 12];
  return [years * 365 + months * 28, years * 366 + months * 31];
}

function lengthOfDays(start: string | null, end: string | null): Length | null {
  if (start === null || end === null || end === OPEN_END) return null;
  const [startYear = 0, startMonth = 0, startDay = 0] = start.split('-').map(Number);
  const [endYear = 0, endMonth = 0, endDay = 0] = end.split('-').map(Number);
  const isWholeMonths = startDay === 1 && endDay === daysInMonth(endYear, endMonth);
  // As months, so that two leap-year neighbors or two quarters are of one length.
  if (isWholeMonths) return { unit: 'MONTH', count: (endYear - startYear) * 12 + endMonth - startMonth + 1 };
  return { unit: 'DAY', count: daysBetween(start, end) + 1 };
}
