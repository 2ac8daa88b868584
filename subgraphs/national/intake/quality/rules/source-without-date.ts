import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A source without any date: what it says cannot be placed in time. */
export const sourceWithoutDate: QualityRule = {
  code: 'SOURCE_WITHOUT_DATE',
  family: 'COMPLETENESS',
  severity: 'WARNING',
  kinds: ['sources'],
  finds: 'a source without a date of publication, stated or inferred',
  check({ values }) {
    return textOf(values, 'published') === null && textOf(values, 'published_inferred') === null
      ? faultIn('published', 'give the year at least')
      : undefined;
  },
};
