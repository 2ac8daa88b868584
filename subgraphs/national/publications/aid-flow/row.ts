import { defineEntity, p } from '@mikro-orm/core';
import { periodColumns } from '../period-columns.ts';

/** Goods at one stage of their way, as stored. */
export const AidFlowRow = defineEntity({
  name: 'AidFlow',
  tableName: 'aid_flow',
  properties: {
    id: p.text().primary(),
    stage: p.text(),
    originRegionId: p.text().nullable(),
    destinations: p.text(),
    glide: p.text(),
    value: p.double().nullable(),
    lower: p.double().nullable(),
    lowerOpen: p.integer().nullable(),
    upper: p.double().nullable(),
    upperOpen: p.integer().nullable(),
    qualifier: p.text(),
    unit: p.text(),
    statementId: p.text().nullable(),
    actionId: p.text().nullable(),
    overlaps: p.text(),
    sourceId: p.text().nullable(),
    ...periodColumns,
  },
});
