import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';

/** A record of somebody who is not among the persons: persons come first. */
export const personUnknown: QualityRule = {
  code: 'PERSON_UNKNOWN',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['consents', 'memberships', 'participations', 'trainings'],
  finds: 'a record of somebody who is not among the persons',
  find: {
    field: 'personKey',
    hint: 'import the persons first, or correct the key',
    query: ({ rows, persons }) => sql`select line from ${rows} as r where is_checked = 1
      and not exists (select 1 from ${persons} as person where person.owner = r.owner)`,
  },
};
