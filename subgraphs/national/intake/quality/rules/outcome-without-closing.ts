import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A case with an outcome that nobody closed. */
export const outcomeWithoutClosing: QualityRule = {
  code: 'OUTCOME_WITHOUT_CLOSING',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['help-requests', 'search-cases'],
  finds: 'a case that has an outcome and no day of closing',
  check({ values }) {
    return textOf(values, 'outcome') !== null && textOf(values, 'closedAt') === null
      ? faultIn('closedAt', 'give the day on which the case was closed, or leave the outcome empty')
      : undefined;
  },
};
