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
    where: sql`r.date < person.joined_on`,
    quiet: { from: sql`person.joined_on` },
  },
};
