import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';
import { birthdayOf } from '../table-sql.ts';
import { MOST_YEARS } from './birth-date-too-early.ts';
import { LEAST_YEARS } from './joined-too-young.ts';

/** Work of somebody who was too young for it, or older than people get. */
export const participationAge: QualityRule = {
  code: 'PARTICIPATION_AGE',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['participations'],
  finds: `a participation at an age under ${LEAST_YEARS} or over ${MOST_YEARS}`,
  find: {
    field: 'date',
    hint: 'correct the day, or the birth date of this person',
    where: sql`r.date < ${birthdayOf('person.birth_date', LEAST_YEARS)} or r.date >= ${birthdayOf('person.birth_date', MOST_YEARS + 1)}`,
    quiet: { from: birthdayOf('person.birth_date', LEAST_YEARS), to: birthdayOf('person.birth_date', MOST_YEARS + 1) },
  },
};
