import { daysInMonth, isCalendarDate } from './calendar-date.ts';

/** The last day there is: an end that is still open compares as later than any other. */
export const OPEN_END = '9999-12-31';

/** The days of a period. `null`: the day is not known. */
export interface PeriodDays {
  /** First day, YYYY-MM-DD. */
  readonly start: string | null;
  /** Last day, YYYY-MM-DD; OPEN_END for `..`; null when the end is not known. */
  readonly end: string | null;
  /** Whether a `?`, `~` or `%` marks a date of it. */
  readonly isUncertain: boolean;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/;

/**
 * Reads a period of the accepted EDTF subset: level 0 dates and intervals, and of level 1 the marks `?` `~` `%` after a whole date,
 * an open end `..` and an unknown, empty end.
 * Shape   text -> days, or null when the text is nothing of that
 * Source  schema/GLOSSARY.md, "period"
 */
export function parseEdtf(text: string): PeriodDays | null {
  const [first = '', last, ...rest] = text.split('/');
  if (rest.length > 0) return null;
  const start = parseDate(first);
  if (start === null) return null;
  if (last === undefined) return { start: start.first, end: start.last, isUncertain: start.isUncertain };
  if (last === '..') return { start: start.first, end: OPEN_END, isUncertain: start.isUncertain };
  if (last === '') return { start: start.first, end: null, isUncertain: start.isUncertain };
  const end = parseDate(last);
  if (end === null || end.last < start.first) return null;
  return { start: start.first, end: end.last, isUncertain: start.isUncertain || end.isUncertain };
}

function parseDate(text: string): { first: string; last: string; isUncertain: boolean } | null {
  const parts = DATE.exec(text);
  if (parts === null) return null;
  const [, year = '', month, day, mark] = parts;
  const isUncertain = mark !== undefined;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31`, isUncertain };
  if (day === undefined) {
    if (Number(month) < 1 || Number(month) > 12) return null;
    const lastDay = daysInMonth(Number(year), Number(month));
    return { first: `${year}-${month}-01`, last: `${year}-${month}-${lastDay}`, isUncertain };
  }
  const date = `${year}-${month}-${day}`;
  return isCalendarDate(date) ? { first: date, last: date, isUncertain } : null;
}
