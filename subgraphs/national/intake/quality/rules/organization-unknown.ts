import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** An organization or unit that the network does not publish. */
export const organizationUnknown: QualityRule = {
  code: 'ORGANIZATION_UNKNOWN',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['memberships'],
  finds: 'an organization or unit that the network does not publish',
  check({ values }, { known }) {
    const organization = textOf(values, 'organizationId');
    if (organization !== null && !known.organizations.has(organization)) {
      return faultIn('organizationId', 'publish the organization first, or correct its id');
    }
    const unit = textOf(values, 'unitId');
    return unit !== null && !known.units.has(unit) ? faultIn('unitId', 'publish the unit first, or correct its id') : undefined;
  },
};
