import { defineEnum } from './define-enum.ts';

/** What kind of time a period is. */
export const PeriodKind = defineEnum('PeriodKind', 'What kind of time a period is.', {
  POINT: 'One day.',
  YEAR: 'A named calendar year.',
  PREVIOUS_YEAR: 'The year before the source speaks.',
  BEGINNING_OF_YEAR: 'The first part of a year; its end is not stated.',
  YEAR_TO_DATE: 'From the beginning of the year to the day of speaking.',
  RECURRING: 'Told of every such period, as in "each year".',
  EVENT: 'The days of one event.',
  SINCE_FOUNDING: 'From the founding of the subject to the day of speaking.',
  UNDATED_PRESENT: '"Now", in a source that may carry no date.',
  PLAN: 'A time to come.',
  UNSTATED: 'The source names no time.',
  OTHER: 'A value that the source gives and this list does not know.',
});
export type PeriodKind = keyof typeof PeriodKind;
