import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** An action that the network does not publish. */
export const actionUnknown: QualityRule = {
  code: 'ACTION_UNKNOWN',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['participations', 'donations'],
  finds: 'an action that the network does not publish',
  check({ values }, { known }) {
    const action = textOf(values, 'actionId');
    return action !== null && !known.actions.has(action) ? faultIn('actionId', 'publish the action first, or correct its id') : undefined;
  },
};
