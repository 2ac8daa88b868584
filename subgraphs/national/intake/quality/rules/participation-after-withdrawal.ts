import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';
import { isInForce } from '../table-sql.ts';

/** Work after a consent was withdrawn or ran out, with no other one in force. */
export const participationAfterWithdrawal: QualityRule = {
  code: 'PARTICIPATION_AFTER_WITHDRAWAL',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['participations'],
  finds: 'a participation after the consent was withdrawn or ran out, with no other one in force',
  find: {
    field: 'date',
    hint: 'ask for a new consent; until then the row stays out of releases',
    where: sql`exists (select 1 from record_consent as consent where consent.person_id = person.id
        and (substr(consent.withdrawn_at, 1, 10) <= r.date or substr(consent.expires_at, 1, 10) < r.date))
      and not exists (select 1 from record_consent as consent where consent.person_id = person.id and ${isInForce('r.date')})`,
    quiet: { to: sql`person.first_end` },
  },
};
