import { defineEntity, p } from '@mikro-orm/core';
import { recordColumns } from './record-columns.ts';

/**
 * Something given. `kind` is BLOOD, IN_KIND or MONEY; `unit` a unit of measure. Who came to a blood drive and did not give has a Participation and no
 * Donation.
 */
export const Donation = defineEntity({
  name: 'RecordDonation',
  tableName: 'record_donation',
  properties: {
    id: p.bigint('number').primary(),
    ...recordColumns,
    donorId: p.text(),
    kind: p.text(),
    amount: p.double().nullable(),
    unit: p.text().nullable(),
    date: p.text(),
    actionId: p.text().nullable(),
    glide: p.text().nullable(),
  },
});
