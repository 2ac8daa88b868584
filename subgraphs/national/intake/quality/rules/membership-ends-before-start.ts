import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { dayOf } from '../row-values.ts';

/** A membership that ends before it begins. */
export const membershipEndsBeforeStart: QualityRule = {
  code: 'MEMBERSHIP_ENDS_BEFORE_START',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['memberships'],
  finds: 'a membership that ends before it begins',
  check({ values }) {
    const [start, end] = [dayOf(values, 'startedOn'), dayOf(values, 'endedOn')];
    return start !== null && end !== null && end < start ? faultIn('endedOn', 'it must not lie before the first day') : undefined;
  },
};
