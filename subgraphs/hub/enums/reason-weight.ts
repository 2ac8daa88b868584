import { defineEnum } from '../../contract/enums/define-enum.ts';

/** How heavily a reason weighs. */
export const ReasonWeight = defineEnum('ReasonWeight', 'How heavily a reason weighs.', {
  BLOCKS: 'It forbids the comparison.',
  OPEN: 'It leaves the verdict open until something is supplied.',
  CARE: 'It is to be kept in mind.',
});
export type ReasonWeight = keyof typeof ReasonWeight;
