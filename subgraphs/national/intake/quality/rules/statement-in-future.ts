import { parseEdtf } from '../../../../contract/periods/parse-edtf.ts';
import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A figure of a time that has not begun and is said to be no plan. */
export const statementInFuture: QualityRule = {
  code: 'STATEMENT_IN_FUTURE',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['statements'],
  finds: 'a figure of a period that has not begun and is no plan',
  check({ values }, { today }) {
    const edtf = textOf(values, 'period');
    const start = edtf === null ? null : (parseEdtf(edtf)?.start ?? null);
    return start !== null && start > today && textOf(values, 'period_kind') !== 'PLAN'
      ? faultIn('period', 'correct the period, or make its kind PLAN')
      : undefined;
  },
};
