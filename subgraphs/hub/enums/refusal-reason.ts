import { defineEnum } from '../../contract/enums/define-enum.ts';

/** Why there is no sum. */
export const RefusalReason = defineEnum('RefusalReason', 'Why there is no sum.', {
  NOTHING_TO_ADD: 'No part is left.',
  NOT_ADDABLE: 'Such figures are never added.',
  RIVALS_DISAGREE: 'Two figures for one thing exclude each other.',
  DEFINITION_UNSPECIFIED: 'Parts from different sources do not say what they count.',
  OPPOSITE_BOUNDS: 'One part is open upwards and another downwards: together they give no number.',
});
export type RefusalReason = keyof typeof RefusalReason;
