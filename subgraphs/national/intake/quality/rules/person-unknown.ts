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
    where: sql`person.owner is null`,
    quiet: {},
  },
};
