import { defineEntity, p } from '@mikro-orm/core';

/** Why a row came into the lists or left them; it stays inside, for the database's own rules. */
export type ChangeCause = 'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN';

/** One change of the lists, as stored: rows are added in the order of commits and never changed. */
export const ChangeRow = defineEntity({
  name: 'Change',
  tableName: 'change',
  properties: {
    seq: p.integer().primary(),
    op: p.text(),
    cause: p.text(),
    type: p.text(),
    entity: p.text(),
    at: p.text(),
    /** Number of the import whose undoing withdrew the row; such an id may come again. */
    undoneImport: p.integer().nullable(),
  },
});
