import { defineEntity, p } from '@mikro-orm/core';

/** Every name of a publication under its id, folded for search. */
export const SearchEntryRow = defineEntity({
  name: 'SearchEntry',
  tableName: 'search_entry',
  properties: { id: p.text().primary(), names: p.text(), folded: p.text() },
});
