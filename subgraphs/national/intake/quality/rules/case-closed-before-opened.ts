import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A request for help or a search that was closed before it was opened. */
export const caseClosedBeforeOpened: QualityRule = {
  code: 'CASE_CLOSED_BEFORE_OPENED',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['help-requests', 'search-cases'],
  finds: 'a case that is closed before it is opened',
  check({ values }) {
    const [opened, closed] = [textOf(values, 'openedAt'), textOf(values, 'closedAt')];
    return opened !== null && closed !== null && closed < opened ? faultIn('closedAt', 'it must not lie before the opening') : undefined;
  },
};
