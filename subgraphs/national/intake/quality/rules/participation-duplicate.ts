import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';
import { sharedDaysOf } from '../stored-tables.ts';

/** The same work told twice: one person in one action and role on one day for equally long, under two keys. The first row stays. */
export const participationDuplicate: QualityRule = {
  code: 'PARTICIPATION_DUPLICATE',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['participations'],
  finds: 'the same person, action, role, day and minutes a second time under another key',
  find: {
    field: 'sourceKey',
    hint: 'keep one of the rows',
    isAboutSharedDays: true,
    query: (tables) => sql`select line from (
        select line, date, is_checked, row_number() over (
          partition by owner, action_id, date, coalesce(role, ''), coalesce(minutes, -1) order by is_checked, line) as place
        from ${sharedDaysOf(tables)} as r where action_id is not null) as placed
      where place > 1 and is_checked = 1`,
  },
};
