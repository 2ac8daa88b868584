import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';

/** Two memberships of one person in one place at one time: members would be counted twice. */
export const membershipOverlap: QualityRule = {
  code: 'MEMBERSHIP_OVERLAP',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['memberships'],
  finds: 'a membership that begins while another one of the same person, organization and unit lasts',
  find: {
    field: 'startedOn',
    hint: 'end the earlier membership, or keep one of the two',
    query: ({ rows }) => sql`select line from (
        select line, is_checked, started_on, max(coalesce(ended_on, '9999-12-31')) over (
          partition by owner, organization_id, coalesce(unit_id, '') order by coalesce(started_on, ''), is_checked, line
          rows between unbounded preceding and 1 preceding) as last_end
        from ${rows} as r) as ordered
      where is_checked = 1 and last_end >= coalesce(started_on, '')`,
  },
};
