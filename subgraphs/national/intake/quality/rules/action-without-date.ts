import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** An action of which nobody can say when it was held. */
export const actionWithoutDate: QualityRule = {
  code: 'ACTION_WITHOUT_DATE',
  family: 'COMPLETENESS',
  severity: 'WARNING',
  kinds: ['actions'],
  finds: 'an action without a first day',
  check({ values }) {
    return textOf(values, 'start') === null ? faultIn('start', 'give the year at least, such as 2023 or 2023?') : undefined;
  },
};
