import type { QualityRule } from '../../quality-rule.ts';

const MOST = 0.2;

/** Sex is not told too often: figures by sex would mean little. */
export const unknownSexShare: QualityRule = {
  code: 'UNKNOWN_SEX_SHARE',
  family: 'COMPLETENESS',
  severity: 'WARNING',
  kinds: ['persons'],
  finds: `sex U in more than ${100 * MOST} % of the rows`,
  share: {
    fields: () => ['sex'],
    met: { sql: (column) => `${column} = 'U'`, holds: (value) => value === 'U' },
    most: MOST,
    hint: 'ask the source for the sex, or check how its words are mapped',
  },
};
