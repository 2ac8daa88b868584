import { isCalendarDate } from '../periods/calendar-date.ts';
import { codedScalar } from './coded-scalar.ts';

/** A day, YYYY-MM-DD. */
export const CalendarDate = codedScalar({
  name: 'Date',
  description: 'A day of the Gregorian calendar, YYYY-MM-DD. Errors: DATE_INVALID.',
  error: 'DATE_INVALID',
  isValid: isCalendarDate,
});
