import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';

/** Work of somebody whose record is restricted or erased on demand: it is kept out of every release. */
export const participationOfRestricted: QualityRule = {
  code: 'PARTICIPATION_OF_RESTRICTED',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['participations'],
  finds: 'a participation of somebody whose record is restricted or erased',
  find: {
    field: 'personKey',
    hint: 'ask whether this person still takes part; the row stays out of releases',
    where: sql`person.blocked = 1 or person.erased_at is not null`,
    quiet: { to: sql`case when person.blocked = 1 or person.erased_at is not null then '' end` },
  },
};
