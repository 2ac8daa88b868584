import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';
import { birthdayOf } from '../table-sql.ts';
import { FULL_AGE } from './minor-without-consent.ts';

/** A consent that somebody under age gave alone. */
export const selfConsentOfMinor: QualityRule = {
  code: 'SELF_CONSENT_OF_MINOR',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['consents'],
  finds: `a consent given by the person alone under the age of ${FULL_AGE}`,
  find: {
    field: 'givenBy',
    hint: 'a representative must give it; correct the giver, or the birth date of this person',
    where: sql`r.given_by = 'SELF' and substr(r.given_at, 1, 10) < ${birthdayOf('person.birth_date', FULL_AGE)}`,
    quiet: { from: birthdayOf('person.birth_date', FULL_AGE) },
  },
};
