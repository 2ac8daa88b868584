import { defineEnum } from '../../contract/enums/define-enum.ts';

/** How a total was made of its parts. */
export const TotalMethod = defineEnum('TotalMethod', 'How a total was made of its parts.', {
  SUM: 'Added up.',
  LAST_THEN_SUM: 'The latest of each subject, then added up.',
  MAX: 'The greatest.',
});
export type TotalMethod = keyof typeof TotalMethod;
