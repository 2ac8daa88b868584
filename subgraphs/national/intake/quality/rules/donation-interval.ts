import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';
import { daysAfter } from '../table-sql.ts';

/** Whole blood is given again after eight weeks at the earliest. */
const LEAST_DAYS = 56;

/** Blood given again too soon. A warning: plasma and platelets, which the kind does not tell apart, may be given sooner. */
export const donationInterval: QualityRule = {
  code: 'DONATION_INTERVAL',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['donations'],
  finds: `blood of one donor given twice within ${LEAST_DAYS} days`,
  find: {
    field: 'date',
    hint: 'correct the day or the donor, unless it was plasma or platelets',
    query: (tables) => sql`select line from (
        select line, date, is_checked, lag(date) over (partition by owner order by date, is_checked, line) as date_before
        from ${tables.rows} as r where kind = 'BLOOD') as ordered
      where is_checked = 1 and date < ${daysAfter(tables, 'date_before', LEAST_DAYS)}`,
  },
};
