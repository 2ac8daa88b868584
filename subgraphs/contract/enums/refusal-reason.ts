import { defineEnum } from './define-enum.ts';

/** Why there is no total. */
export const RefusalReason = defineEnum('RefusalReason', 'Why there is no total.', {
  NOTHING_TO_ADD: 'No part is left.',
  NOT_ADDABLE: 'Figures of this indicator are never added this way.',
  RIVALS_DISAGREE: 'Two statements of one thing exclude each other.',
  DEFINITION_UNSPECIFIED: 'Parts of different sources do not say what they count.',
  OPPOSITE_BOUNDS: 'Some parts have no upper bound and others no lower one.',
});
export type RefusalReason = keyof typeof RefusalReason;
