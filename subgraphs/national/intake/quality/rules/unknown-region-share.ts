import type { QualityRule } from '../../quality-rule.ts';

const MOST = 0.05;

/** Regions that are not told too often: figures by region would leave these rows out. */
export const unknownRegionShare: QualityRule = {
  code: 'UNKNOWN_REGION_SHARE',
  family: 'COMPLETENESS',
  severity: 'WARNING',
  kinds: ['persons', 'help-requests', 'search-cases'],
  finds: `regions that are empty in more than ${100 * MOST} % of the rows`,
  share: {
    fields: () => ['regionId'],
    met: { sql: (column) => `${column} is null`, holds: (value) => value === null },
    most: MOST,
    hint: 'ask the source for the regions',
  },
};
