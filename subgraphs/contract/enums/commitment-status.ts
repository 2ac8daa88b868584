import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('CommitmentStatus', 'How far a party says a commitment has come.', {
  PROPOSED: 'Proposed.',
  SIGNED: 'Signed.',
  IN_PROGRESS: 'Under way.',
  DONE: 'Done.',
  LAPSED: 'Ended without being done.',
  UNKNOWN: 'Not known to the party.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** How far a party says a commitment has come. */
export const CommitmentStatus = both.output;
export type CommitmentStatus = keyof typeof CommitmentStatus;

/** The values of CommitmentStatus that a filter takes. */
export const CommitmentStatusInput = both.input;
export type CommitmentStatusInput = keyof typeof CommitmentStatusInput;
