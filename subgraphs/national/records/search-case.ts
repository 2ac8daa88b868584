import { defineEntity, p } from '@mikro-orm/core';
import { recordColumns } from './record-columns.ts';

/**
 * A request to search for somebody who is missing. It is the unit; persons sought are counted apart. `outcome` is FOUND_ALIVE, FOUND_DEAD,
 * NOT_FOUND or CANCELLED, null while it is open.
 */
export const SearchCase = defineEntity({
  name: 'RecordSearchCase',
  tableName: 'record_search_case',
  properties: {
    id: p.bigint('number').primary(),
    ...recordColumns,
    regionId: p.text().nullable(),
    openedAt: p.text(),
    closedAt: p.text().nullable(),
    outcome: p.text().nullable(),
    personsSought: p.integer().nullable(),
    teams: p.integer().nullable(),
  },
});
