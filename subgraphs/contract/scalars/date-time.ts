import { isCalendarDate } from '../periods/calendar-date.ts';
import { codedScalar } from './coded-scalar.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;

/** An instant in UTC, as RFC 3339 text. */
export const DateTime = codedScalar({
  name: 'DateTime',
  description: 'An instant in UTC as RFC 3339 text, for example 2026-11-01T00:00:00Z. Errors: DATE_INVALID.',
  error: 'DATE_INVALID',
  isValid: (text) => isCalendarDate(INSTANT.exec(text)?.[1] ?? ''),
});
