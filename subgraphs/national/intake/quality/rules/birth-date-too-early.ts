import type { QualityRule } from '../../quality-rule.ts';
import { yearsBetween } from '../day-arithmetic.ts';
import { faultIn } from '../fault-in.ts';
import { dayOf } from '../row-values.ts';

export const MOST_YEARS = 110;

/** A birth date of somebody who would be older than people get. */
export const birthDateTooEarly: QualityRule = {
  code: 'BIRTH_DATE_TOO_EARLY',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['persons'],
  finds: `a birth date more than ${MOST_YEARS} years ago`,
  check({ values }, { today }) {
    const born = dayOf(values, 'birthDate');
    return born !== null && born <= today && yearsBetween(born, today) > MOST_YEARS
      ? faultIn('birthDate', 'correct the year of birth')
      : undefined;
  },
};
