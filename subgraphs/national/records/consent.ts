import { defineEntity, p } from '@mikro-orm/core';
import { recordColumns } from './record-columns.ts';

/** Leave to use a person's record for a purpose. `givenBy` is SELF or REPRESENTATIVE; under 18 it must be the latter. */
export const Consent = defineEntity({
  name: 'RecordConsent',
  tableName: 'record_consent',
  properties: {
    id: p.bigint('number').primary(),
    ...recordColumns,
    personId: p.text(),
    purpose: p.text(),
    legalBasis: p.text(),
    givenBy: p.text(),
    givenAt: p.text(),
    expiresAt: p.text().nullable(),
    withdrawnAt: p.text().nullable(),
  },
});
