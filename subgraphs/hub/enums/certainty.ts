import { defineEnum } from '../../contract/enums/define-enum.ts';

/** What a contradiction rests on. */
export const Certainty = defineEnum('Certainty', 'What a contradiction rests on.', {
  STATED: 'On what the sources say.',
  INFERRED: 'On days or on an identity that the sources do not state.',
});
export type Certainty = keyof typeof Certainty;
