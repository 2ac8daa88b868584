import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';
import { birthdayOf } from '../table-sql.ts';
import { FULL_AGE } from './minor-without-consent.ts';

/** Blood of somebody under age. Only donors whose key is a person's can be asked for their age. */
export const donorUnderAge: QualityRule = {
  code: 'DONOR_UNDER_AGE',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['donations'],
  finds: `blood given under the age of ${FULL_AGE}, where the donor's key is a person's`,
  find: {
    field: 'date',
    hint: 'correct the day, the donor, or the birth date of this person',
    query: ({ rows, donors }) => sql`select r.line from ${rows} as r join ${donors} as donor on donor.owner = r.owner
      where r.is_checked = 1 and r.kind = 'BLOOD' and r.date < ${birthdayOf('donor.birth_date', FULL_AGE)}`,
  },
};
