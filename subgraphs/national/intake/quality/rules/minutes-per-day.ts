import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';
import { sharedDaysOf } from '../stored-tables.ts';
import { MOST_MINUTES } from './minutes-out-of-range.ts';

/** More work of one person on one day than a day allows, over all its rows. Disclosure relies on it: one person's part of a sum stays bounded. */
export const minutesPerDay: QualityRule = {
  code: 'MINUTES_PER_DAY',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['participations'],
  finds: `rows that together give one person more than ${MOST_MINUTES} minutes on one day`,
  find: {
    field: 'minutes',
    hint: 'correct the minutes of this person and day, or the day',
    isAboutSharedDays: true,
    query: (tables) => sql`select r.line from ${sharedDaysOf(tables)} as r
      join (select owner, date from ${sharedDaysOf(tables)} as summed group by owner, date having sum(minutes) > ${sql.lit(MOST_MINUTES)}) as busy
        on busy.owner = r.owner and busy.date = r.date
      where r.is_checked = 1 and r.minutes is not null`,
  },
};
