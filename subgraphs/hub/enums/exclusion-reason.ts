import { defineEnum } from '../../contract/enums/define-enum.ts';

/** Why a row is not in a sum. */
export const ExclusionReason = defineEnum('ExclusionReason', 'Why a row is not in a sum.', {
  NO_NUMBER: 'It is told without a number.',
  PLAN: 'It is a plan and no result.',
  DEFINITION_DIFFERS: 'It counts by another definition.',
  PERIOD_UNKNOWN: 'Its days are not known well enough to say that they lie in the asked period.',
  PERIOD_DIFFERS: 'It is told of another time.',
  EARLIER_PERIOD: 'A later one of the same subject is used.',
  RIVAL: 'Another one tells the same, more narrowly or later.',
  PART_OF: 'It is inside another one.',
  OVERLAPS: 'It may count the same ones as another one.',
});
export type ExclusionReason = keyof typeof ExclusionReason;
