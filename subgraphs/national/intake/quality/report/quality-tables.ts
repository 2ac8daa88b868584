import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/sql';

/** A check that was made. `rules` is a JSON list of codes. */
export const QualityCheckRow = defineEntity({
  name: 'QualityCheck',
  tableName: 'quality_check',
  properties: {
    id: p.integer().primary(),
    checkedAt: p.text(),
    occasion: p.text(),
    since: p.text().nullable(),
    rules: p.text(),
    rowsChecked: p.integer(),
  },
});

/** A finding of a check. `rows` is a JSON list of row numbers. No column holds a value of a record. */
export const QualityFindingRow = defineEntity({
  name: 'QualityFinding',
  tableName: 'quality_finding',
  properties: {
    checkId: p.integer().primary(),
    seq: p.integer().primary(),
    rule: p.text(),
    severity: p.text(),
    kind: p.text(),
    field: p.text(),
    unitId: p.text().nullable(),
    period: p.text().nullable(),
    count: p.integer(),
    rows: p.text(),
    entity: p.text().nullable(),
    expected: p.double().nullable(),
    actual: p.double().nullable(),
  },
});

/** What one unit delivered for one period, as a check found it. */
export const QualityDeliveryRow = defineEntity({
  name: 'QualityDelivery',
  tableName: 'quality_delivery',
  properties: {
    checkId: p.integer().primary(),
    seq: p.integer().primary(),
    unitId: p.text().nullable(),
    period: p.text(),
    expected: p.double(),
    actual: p.double(),
    status: p.text(),
  },
});

/** All tables of quality. */
export const qualityEntities = [QualityCheckRow, QualityFindingRow, QualityDeliveryRow] as const;

/** The tables by name, with their columns, for typed queries. */
export type QualityTables = InferKyselyDB<(typeof qualityEntities)[number]>;
