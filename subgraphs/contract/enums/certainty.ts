import { defineEnum } from './define-enum.ts';

/** How sure a finding is. */
export const Certainty = defineEnum('Certainty', 'How sure a finding is.', {
  STATED: 'It rests on what the texts say.',
  INFERRED: 'It compares days that were inferred or are not known, or rests on a name that may be another’s.',
});
export type Certainty = keyof typeof Certainty;
