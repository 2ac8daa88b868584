import { defineEnum } from './define-enum.ts';

/** How the days of a period are known. */
export const PeriodBasis = defineEnum('PeriodBasis', 'How the days of a period are known.', {
  STATED: 'The text says them.',
  RELATIVE: 'They follow from another date in the text.',
  INFERRED: 'They were taken from outside the text.',
  NONE: 'They are not known.',
});
export type PeriodBasis = keyof typeof PeriodBasis;
