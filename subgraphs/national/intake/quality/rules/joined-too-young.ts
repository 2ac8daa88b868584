import type { QualityRule } from '../../quality-rule.ts';
import { yearsBetween } from '../day-arithmetic.ts';
import { faultIn } from '../fault-in.ts';
import { dayOf } from '../row-values.ts';

export const LEAST_YEARS = 7;

/** Somebody who joined before the age at which children take part, or before being born. */
export const joinedTooYoung: QualityRule = {
  code: 'JOINED_TOO_YOUNG',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['persons'],
  finds: `joining before the age of ${LEAST_YEARS}`,
  check({ values }, { today }) {
    const born = dayOf(values, 'birthDate');
    const joined = dayOf(values, 'joinedOn');
    // A birth date that has not come yet is a fault of its own.
    return born !== null && joined !== null && born <= today && yearsBetween(born, joined) < LEAST_YEARS
      ? faultIn('joinedOn', 'correct the day of joining, or the birth date')
      : undefined;
  },
};
