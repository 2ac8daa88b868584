import { defineEntity, p } from '@mikro-orm/core';

/** A source that the hub's own rows cite. */
export const HubSourceRow = defineEntity({
  name: 'HubSource',
  tableName: 'source',
  properties: {
    id: p.text().primary(),
    key: p.text(),
    title: p.text().nullable(),
    label: p.text(),
    publisher: p.text().nullable(),
    url: p.text().nullable(),
    language: p.text().nullable(),
    published: p.text().nullable(),
    publishedInferred: p.text().nullable(),
    knownFrom: p.text().nullable(),
    knownFromBasis: p.text().nullable(),
  },
});
