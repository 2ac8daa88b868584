import { findIndicator } from '../../../../contract/code-lists/indicators.ts';
import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A unit of measure in which the indicator is not counted. */
export const statementUnit: QualityRule = {
  code: 'STATEMENT_UNIT',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['statements'],
  finds: 'a unit of measure that is not that of the indicator',
  check({ values }) {
    const indicator = findIndicator(textOf(values, 'indicator') ?? '');
    const unit = textOf(values, 'unit');
    return indicator !== undefined && unit !== null && unit !== indicator.unit
      ? faultIn('unit', `this indicator is counted in ${indicator.unit}`)
      : undefined;
  },
};
