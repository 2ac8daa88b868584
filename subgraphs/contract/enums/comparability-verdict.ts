import { defineEnum } from './define-enum.ts';

/** Whether two statements may be compared. */
export const ComparabilityVerdict = defineEnum('ComparabilityVerdict', 'Whether two statements may be compared.', {
  COMPARABLE: 'Yes.',
  WITH_CARE: 'Yes, with the reasons in mind.',
  UNDETERMINED: 'Something is missing to tell; treat it as no until it is supplied.',
  NOT_COMPARABLE: 'No.',
});
export type ComparabilityVerdict = keyof typeof ComparabilityVerdict;
