import { defineEntity, p } from '@mikro-orm/core';
import { recordColumns } from './record-columns.ts';

/** A course that a person finished. */
export const Training = defineEntity({
  name: 'RecordTraining',
  tableName: 'record_training',
  properties: {
    id: p.bigint('number').primary(),
    ...recordColumns,
    personId: p.text(),
    programId: p.text().nullable(),
    course: p.text().nullable(),
    finishedOn: p.text(),
    validUntil: p.text().nullable(),
  },
});
