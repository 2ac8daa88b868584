import { defineEnum } from './define-enum.ts';

/** What kind of text a commitment stands in. */
export const CommitmentBasis = defineEnum('CommitmentBasis', 'What kind of text a commitment stands in.', {
  ROADMAP: 'In the roadmap itself.',
  COOPERATION_PLAN: 'In the cooperation told beside the roadmap.',
  OUTLOOK: 'A prospect without a date.',
  OTHER: 'A value that the source gives and this list does not know.',
});
export type CommitmentBasis = keyof typeof CommitmentBasis;
