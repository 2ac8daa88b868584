import { defineEnum } from './define-enum.ts';

/** Why a part was left out of a total. The first reason that applies, in this order. */
export const ExclusionReason = defineEnum(
  'ExclusionReason',
  'Why a part was left out of a total. The first reason that applies, in this order.',
  {
    NO_NUMBER: 'It is told without a number.',
    PLAN: 'It is a plan.',
    DEFINITION_DIFFERS: 'It counts by another definition.',
    PERIOD_UNKNOWN: 'How its period relates to the asked one is not known.',
    PERIOD_DIFFERS: 'It is told of another period.',
    EARLIER_PERIOD: 'The same subject has a later period.',
    RIVAL: 'Another statement says the same more narrowly or later.',
    PART_OF: 'It is inside another part.',
    OVERLAPS: 'It is not shown to be apart from another part.',
  },
);
export type ExclusionReason = keyof typeof ExclusionReason;
