import { defineEntity } from '@mikro-orm/core';
import { unitColumns } from './record-columns.ts';

/** Somebody who gave, protected like a volunteer; known by a key alone. */
export const Donor = defineEntity({ name: 'RecordDonor', tableName: 'record_donor', properties: { ...unitColumns } });
