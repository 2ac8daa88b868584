import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { dayOf } from '../row-values.ts';

/** A training whose certificate ran out before it was finished. */
export const trainingExpiresBeforeFinish: QualityRule = {
  code: 'TRAINING_EXPIRES_BEFORE_FINISH',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['trainings'],
  finds: 'a training that is valid until a day before it was finished',
  check({ values }) {
    const [finished, until] = [dayOf(values, 'finishedOn'), dayOf(values, 'validUntil')];
    return finished !== null && until !== null && until < finished
      ? faultIn('validUntil', 'it must not lie before the day of finishing')
      : undefined;
  },
};
