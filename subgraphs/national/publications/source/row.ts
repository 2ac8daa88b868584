import { defineEntity, p } from '@mikro-orm/core';

/** A source, as stored. JSON stands in text columns, so that both databases give the same rows. */
export const SourceRow = defineEntity({
  name: 'Source',
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
