import { p } from '@mikro-orm/core';

/** What every record has: its natural key, and the import that brought it. */
export const recordColumns = {
  /** The system that the row comes from, as its mapping names it. */
  source: p.text(),
  /** The row's key in that system. */
  sourceKey: p.text(),
  importedBy: p.integer(),
};

/** What everybody has who may demand rights. */
export const unitColumns = {
  id: p.text().primary(),
  ...recordColumns,
  /** 1: restricted on demand. */
  blocked: p.integer().default(0),
  erasedAt: p.text().nullable(),
};
