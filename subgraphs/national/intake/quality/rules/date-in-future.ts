import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { findCheckedKind, kindsWith } from '../checked-kinds.ts';
import { dayOf } from '../row-values.ts';

/** Something that happened after the day of the check. */
export const dateInFuture: QualityRule = {
  code: 'DATE_IN_FUTURE',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: kindsWith(({ dates }) => dates.length > 0),
  finds: 'a day that has not come yet',
  check({ values }, { kind, today }) {
    for (const field of findCheckedKind(kind)?.dates ?? []) {
      const day = dayOf(values, field);
      if (day !== null && day > today) return faultIn(field, 'correct the day: it has not come yet');
    }
    return undefined;
  },
};
