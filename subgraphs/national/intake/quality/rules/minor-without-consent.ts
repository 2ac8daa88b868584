import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';
import { birthdayOf, isInForce } from '../table-sql.ts';

export const FULL_AGE = 18;

/** Work of somebody under age without a representative's consent. A warning: consents come in a file of their own, often later. */
export const minorWithoutConsent: QualityRule = {
  code: 'MINOR_WITHOUT_CONSENT',
  family: 'COMPLETENESS',
  severity: 'WARNING',
  kinds: ['participations'],
  finds: `a participation under the age of ${FULL_AGE} without a representative's consent in force on that day`,
  find: {
    field: 'personKey',
    hint: 'import the consent of a representative; until then the row stays out of releases',
    where: sql`r.date < ${birthdayOf('person.birth_date', FULL_AGE)} and not exists (select 1 from record_consent as consent
      where consent.person_id = person.id and consent.given_by = 'REPRESENTATIVE' and ${isInForce('r.date')})`,
    quiet: { from: birthdayOf('person.birth_date', FULL_AGE) },
  },
};
