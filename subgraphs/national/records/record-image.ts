import { defineEntity, p } from '@mikro-orm/core';

/** What a record was before an import changed or removed it: its columns as JSON text. Kept for the last five imports, since it is personal too. */
export const RecordImage = defineEntity({
  name: 'RecordImage',
  tableName: 'record_image',
  properties: {
    importId: p.integer().primary(),
    tableName: p.text().primary(),
    source: p.text().primary(),
    sourceKey: p.text().primary(),
    columns: p.text(),
  },
});
