import { defineEnum } from './define-enum.ts';

/** How a figure was found. */
export const Method = defineEnum('Method', 'How a figure was found.', {
  ADMIN_REGISTER: 'From an administrative register.',
  ORG_REPORT: 'From the report of an organization.',
  SURVEY: 'From a survey.',
  PRESS_STATEMENT: 'Said to the press.',
  DERIVED: 'Computed from other figures.',
  OTHER: 'A value that the source gives and this list does not know.',
});
export type Method = keyof typeof Method;
