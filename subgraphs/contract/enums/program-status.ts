import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('ProgramStatus', 'How far a program has come.', {
  PROPOSED: 'Proposed; adoption is not reported.',
  PLANNED: 'Planned.',
  ADOPTED: 'Adopted.',
  SIGNED: 'Signed by its parties.',
  RUNNING: 'Under way.',
  HELD: 'Held; over.',
  LAPSED: 'Ended without being done.',
  UNKNOWN: 'Not known to the owner.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** How far a program has come. */
export const ProgramStatus = both.output;
export type ProgramStatus = keyof typeof ProgramStatus;

/** The values of ProgramStatus that a filter takes. */
export const ProgramStatusInput = both.input;
export type ProgramStatusInput = keyof typeof ProgramStatusInput;
