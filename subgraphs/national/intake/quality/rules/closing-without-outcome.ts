import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A closed case of which nobody says how it ended. */
export const closingWithoutOutcome: QualityRule = {
  code: 'CLOSING_WITHOUT_OUTCOME',
  family: 'COMPLETENESS',
  severity: 'WARNING',
  kinds: ['help-requests', 'search-cases'],
  finds: 'a closed case without an outcome',
  check({ values }) {
    return textOf(values, 'closedAt') !== null && textOf(values, 'outcome') === null
      ? faultIn('outcome', 'say how the case ended')
      : undefined;
  },
};
