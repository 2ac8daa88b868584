import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { dayOf, textOf } from '../row-values.ts';

/** Work in an action on a day when it was not held. Only where the action's days are certain: a doubtful period refuses nobody. */
export const participationOutsideAction: QualityRule = {
  code: 'PARTICIPATION_OUTSIDE_ACTION',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['participations'],
  finds: 'a participation on a day outside the certain period of its action',
  check({ values }, { known }) {
    const action = textOf(values, 'actionId');
    const days = action === null ? undefined : known.actions.get(action);
    const day = dayOf(values, 'date');
    if (days === undefined || !days.isCertain || day === null) return undefined;
    const isOutside = (days.from !== null && day < days.from) || (days.to !== null && day > days.to);
    return isOutside ? faultIn('date', 'correct the day, the action, or the period of the action') : undefined;
  },
};
