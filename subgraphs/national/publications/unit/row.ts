import { defineEntity, p } from '@mikro-orm/core';
import { periodColumns } from '../period-columns.ts';

/** A branch, office or center, as stored; its period is that of the opening. */
export const UnitRow = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    id: p.text().primary(),
    names: p.text(),
    aliases: p.text(),
    kind: p.text(),
    level: p.text().nullable(),
    parentId: p.text().nullable(),
    hostId: p.text().nullable(),
    regionId: p.text().nullable(),
    place: p.text().nullable(),
    directions: p.text(),
    isCollective: p.integer(),
    countStatementId: p.text().nullable(),
    contactPage: p.text().nullable(),
    ...periodColumns,
  },
});
