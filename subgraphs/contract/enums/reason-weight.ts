import { defineEnum } from './define-enum.ts';

/** How heavily a reason weighs. */
export const ReasonWeight = defineEnum('ReasonWeight', 'How heavily a reason weighs.', {
  BLOCKS: 'It forbids the comparison.',
  OPEN: 'It leaves the comparison open until something is supplied.',
  CARE: 'It asks for care.',
});
export type ReasonWeight = keyof typeof ReasonWeight;
