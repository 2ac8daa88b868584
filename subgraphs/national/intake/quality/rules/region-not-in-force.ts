import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { dayOf, textOf } from '../row-values.ts';

/** A region that did not exist on the day of the row. A warning: a registry may have moved old cases to the areas of today. */
export const regionNotInForce: QualityRule = {
  code: 'REGION_NOT_IN_FORCE',
  family: 'CONFORMANCE',
  severity: 'WARNING',
  kinds: ['help-requests', 'search-cases'],
  finds: 'a region that did not exist on the day of the row',
  check({ values }, { known }) {
    const region = textOf(values, 'regionId');
    const days = region === null ? undefined : known.regions.get(region);
    const day = dayOf(values, 'openedAt');
    if (days === undefined || day === null) return undefined;
    const isOutside = (days.from !== null && day < days.from) || (days.to !== null && day >= days.to);
    return isOutside ? faultIn('regionId', 'give the region that was in force on that day') : undefined;
  },
};
