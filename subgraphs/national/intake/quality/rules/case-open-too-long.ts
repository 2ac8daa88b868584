import type { QualityRule } from '../../quality-rule.ts';
import { yearsBetween } from '../day-arithmetic.ts';
import { faultIn } from '../fault-in.ts';
import { dayOf } from '../row-values.ts';

/** A case that has been open for a year: likelier a closing that nobody wrote down. */
export const caseOpenTooLong: QualityRule = {
  code: 'CASE_OPEN_TOO_LONG',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['help-requests', 'search-cases'],
  finds: 'a case that has been open for more than a year',
  check({ values }, { today }) {
    const opened = dayOf(values, 'openedAt');
    if (opened === null || dayOf(values, 'closedAt') !== null) return undefined;
    return yearsBetween(opened, today) >= 1 ? faultIn('closedAt', 'close the case if it has ended') : undefined;
  },
};
