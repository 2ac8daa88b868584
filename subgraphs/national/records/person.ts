import { defineEntity, p } from '@mikro-orm/core';
import { unitColumns } from './record-columns.ts';

/** A volunteer. The age band is derived at a release; `sex` is F, M or U. */
export const Person = defineEntity({
  name: 'RecordPerson',
  tableName: 'record_person',
  properties: {
    ...unitColumns,
    birthDate: p.text().nullable(),
    sex: p.text(),
    regionId: p.text().nullable(),
    joinedOn: p.text().nullable(),
  },
});
