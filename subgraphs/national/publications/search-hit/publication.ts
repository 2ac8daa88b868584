import { typeOfId } from '../../../contract/identifiers/published-id.ts';
import { SearchHit } from '../../../contract/values/search-hit.ts';
import type { Publication } from '../publication.ts';
import { publishedTables } from '../published-tables.ts';
import { localizedText } from '../stored-values.ts';

/** Found publications, as published. */
export const searchHitPublication: Publication<SearchHit> = {
  table: 'search_entry',
  columns: { name: ['names'] },
  publish: (row, _, { network }) =>
    Object.assign(new SearchHit(), {
      id: row.id,
      country: network.country,
      type: publishedTables.find(({ idType }) => idType === typeOfId(row.id))?.type ?? null,
      names: localizedText(row['names']),
    }),
};
