import { defineEntity, p } from '@mikro-orm/core';
import { recordColumns } from './record-columns.ts';

/** A person's work in an action on one day. `minutes`: 960 at most for one person and day. `confirmedBy` is an office. */
export const Participation = defineEntity({
  name: 'RecordParticipation',
  tableName: 'record_participation',
  properties: {
    id: p.bigint('number').primary(),
    ...recordColumns,
    personId: p.text(),
    actionId: p.text().nullable(),
    role: p.text().nullable(),
    date: p.text(),
    minutes: p.integer().nullable(),
    confirmedBy: p.text().nullable(),
  },
});
