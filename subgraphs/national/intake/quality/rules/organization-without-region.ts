import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** Bodies that belong to the whole country have no region. */
const NATIONWIDE = new Set(['NATIONAL_NETWORK', 'MOVEMENT', 'ASSOCIATION', 'IGO']);

/** An organization that nobody can find on a map. */
export const organizationWithoutRegion: QualityRule = {
  code: 'ORGANIZATION_WITHOUT_REGION',
  family: 'COMPLETENESS',
  severity: 'WARNING',
  kinds: ['organizations'],
  finds: 'an organization without a region, unless its kind is nationwide',
  check({ values }) {
    return textOf(values, 'region') === null && !NATIONWIDE.has(textOf(values, 'kind') ?? '')
      ? faultIn('region', 'give the region of its seat')
      : undefined;
  },
};
