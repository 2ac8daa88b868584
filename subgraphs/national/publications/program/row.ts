import { defineEntity, p } from '@mikro-orm/core';
import { periodColumns } from '../period-columns.ts';

/** A program, as stored. */
export const ProgramRow = defineEntity({
  name: 'Program',
  tableName: 'program',
  properties: {
    id: p.text().primary(),
    names: p.text(),
    aliases: p.text(),
    kind: p.text(),
    status: p.text().nullable(),
    organizerIds: p.text(),
    directions: p.text(),
    level: p.text().nullable(),
    rhythm: p.text().nullable(),
    regionId: p.text().nullable(),
    sourceId: p.text().nullable(),
    ...periodColumns,
  },
});
