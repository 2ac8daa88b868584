import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';

/** Work before the person joined. A warning: registries often begin later than the work they record. */
export const participationBeforeJoining: QualityRule = {
  code: 'PARTICIPATION_BEFORE_JOINING',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['participations'],
  finds: 'a participation before the person joined',
  find: {
    field: 'date',
    hint: 'correct the day, or the day of joining',
    query: ({ rows, persons }) => sql`select r.line from ${rows} as r join ${persons} as person on person.owner = r.owner
      where r.is_checked = 1 and person.joined_on is not null and r.date < person.joined_on`,
  },
};
