import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('ProgramKind', 'What kind of program it is.', {
  PROJECT: 'A project.',
  STREAM: 'A line of work.',
  CAMPAIGN: 'A campaign with editions.',
  AWARD: 'An award.',
  PARTNERSHIP: 'A partnership.',
  REPORT_SERIES: 'A series of reports.',
  THEME_YEAR: 'A year devoted to a theme.',
  THEME_TITLE: 'A title given to a city or body.',
  ROADMAP: 'A roadmap: agreed work with directions and a period.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** What kind of program it is. */
export const ProgramKind = both.output;
export type ProgramKind = keyof typeof ProgramKind;

/** The values of ProgramKind that a filter takes. */
export const ProgramKindInput = both.input;
export type ProgramKindInput = keyof typeof ProgramKindInput;
