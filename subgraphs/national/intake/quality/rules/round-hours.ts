import type { QualityRule } from '../../quality-rule.ts';

const MOST = 0.9;

/** Nearly all work in whole hours: estimated after the event and not measured. */
export const roundHours: QualityRule = {
  code: 'ROUND_HOURS',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['participations'],
  finds: `more than ${100 * MOST} % of the participations in whole hours`,
  share: {
    fields: () => ['minutes'],
    counted: { sql: (column) => `${column} is not null`, holds: (value) => value !== null },
    met: { sql: (column) => `${column} % 60 = 0`, holds: (value) => Number(value) % 60 === 0 },
    most: MOST,
    hint: 'record when work begins and ends',
  },
};
