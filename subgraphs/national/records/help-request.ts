import { defineEntity, p } from '@mikro-orm/core';
import { recordColumns } from './record-columns.ts';

/** A request for help. What was written in it stays in the source. */
export const HelpRequest = defineEntity({
  name: 'RecordHelpRequest',
  tableName: 'record_help_request',
  properties: {
    id: p.bigint('number').primary(),
    ...recordColumns,
    requesterId: p.text(),
    category: p.text(),
    regionId: p.text().nullable(),
    openedAt: p.text(),
    closedAt: p.text().nullable(),
    outcome: p.text().nullable(),
  },
});
