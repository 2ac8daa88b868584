import { defineEnum } from './define-enum.ts';

/** How a total was made. */
export const TotalMethod = defineEnum('TotalMethod', 'How a total was made.', {
  SUM: 'All parts are added.',
  LAST_THEN_SUM: 'Of each subject the latest period, then these are added.',
  MAX: 'Of all parts the greatest.',
});
export type TotalMethod = keyof typeof TotalMethod;
