import { defineEntity, p } from '@mikro-orm/core';
import { periodColumns } from '../period-columns.ts';

/** One party's report of something agreed, as stored; its period is the due date. */
export const CommitmentRow = defineEntity({
  name: 'Commitment',
  tableName: 'commitment',
  properties: {
    id: p.text().primary(),
    jointProgramId: p.text(),
    key: p.text(),
    seq: p.integer(),
    basis: p.text(),
    texts: p.text(),
    direction: p.text().nullable(),
    status: p.text(),
    statusAsOf: p.text().nullable(),
    evidence: p.text(),
    sourceId: p.text().nullable(),
    ...periodColumns,
  },
});
