import { p } from '@mikro-orm/core';

/** The columns of a source, the same for a network's sources and the hub's own. `label` is JSON text, so that both databases give the same rows. */
export const sourceColumns = {
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
};
