import { defineEntity, p } from '@mikro-orm/core';

/** A way of working that the network offers, as stored. */
export const PracticeRow = defineEntity({
  name: 'Practice',
  tableName: 'practice',
  properties: {
    id: p.text().primary(),
    titles: p.text(),
    texts: p.text(),
    directions: p.text(),
    organizationId: p.text().nullable(),
    languages: p.text(),
    since: p.text().nullable(),
    contactPage: p.text().nullable(),
    sourceId: p.text().nullable(),
  },
});
