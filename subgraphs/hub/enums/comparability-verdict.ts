import { defineEnum } from '../../contract/enums/define-enum.ts';

/** Whether two statements may be compared. */
export const ComparabilityVerdict = defineEnum('ComparabilityVerdict', 'Whether two statements may be compared.', {
  COMPARABLE: 'They may.',
  WITH_CARE: 'They may, with the reasons in mind.',
  UNDETERMINED: 'Something is missing for a verdict; until it is supplied, they may not.',
  NOT_COMPARABLE: 'They may not.',
});
export type ComparabilityVerdict = keyof typeof ComparabilityVerdict;
