import { defineEntity, p } from '@mikro-orm/core';
import { recordColumns } from './record-columns.ts';

/** A person in an organization. One person may be in many, so counts of members never add up to persons. */
export const Membership = defineEntity({
  name: 'RecordMembership',
  tableName: 'record_membership',
  properties: {
    id: p.bigint('number').primary(),
    ...recordColumns,
    personId: p.text(),
    organizationId: p.text(),
    unitId: p.text().nullable(),
    role: p.text().nullable(),
    startedOn: p.text().nullable(),
    endedOn: p.text().nullable(),
  },
});
