import { defineEntity, p } from '@mikro-orm/core';
import { periodColumns } from '../period-columns.ts';

/** An event or action, as stored. */
export const ActionRow = defineEntity({
  name: 'Action',
  tableName: 'action',
  properties: {
    id: p.text().primary(),
    countries: p.text(),
    isCrossBorder: p.integer(),
    names: p.text(),
    hasProperName: p.integer(),
    kind: p.text(),
    status: p.text().nullable(),
    place: p.text().nullable(),
    regionId: p.text().nullable(),
    organizerIds: p.text(),
    programId: p.text().nullable(),
    superActionId: p.text().nullable(),
    directions: p.text(),
    level: p.text().nullable(),
    edition: p.integer().nullable(),
    isSeekingPartners: p.integer().nullable(),
    partOf: p.text(),
    sourceId: p.text().nullable(),
    ...periodColumns,
  },
});
