import { defineEnum } from './define-enum.ts';

/** Why a value is absent on purpose. */
export const MissingReason = defineEnum('MissingReason', 'Why a value is absent on purpose.', {
  NOT_COLLECTED: 'Nobody collected it.',
  CANNOT_EXIST: 'It cannot exist.',
  SUPPRESSED: 'Kept back to protect persons.',
  DECLINED: 'The owner declined to give it.',
  NOT_APPLICABLE: 'The question does not apply.',
  OTHER: 'A value that the source gives and this list does not know.',
});
export type MissingReason = keyof typeof MissingReason;
