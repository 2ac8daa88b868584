import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { numberOf } from '../row-values.ts';

/** The most that one person can work on one day: sixteen hours. */
export const MOST_MINUTES = 960;

/** A participation that took no time, or more than a day has. */
export const minutesOutOfRange: QualityRule = {
  code: 'MINUTES_OUT_OF_RANGE',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['participations'],
  finds: `a participation of less than 1 or more than ${MOST_MINUTES} minutes`,
  check({ values }) {
    const minutes = numberOf(values, 'minutes');
    return minutes !== null && (minutes < 1 || minutes > MOST_MINUTES)
      ? faultIn('minutes', `give 1 to ${MOST_MINUTES} minutes for one day; split what took several days`)
      : undefined;
  },
};
