import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A region that the network does not publish. */
export const regionUnknown: QualityRule = {
  code: 'REGION_UNKNOWN',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['persons', 'help-requests', 'search-cases'],
  finds: 'a region that is not among the published ones',
  check({ values }, { known }) {
    const region = textOf(values, 'regionId');
    return region !== null && !known.regions.has(region) ? faultIn('regionId', 'take a published region, by code or by name') : undefined;
  },
};
