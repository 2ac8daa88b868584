import { sql, type SqlBool } from 'kysely';
import type { SearchArguments } from '../../../contract/arguments/search-arguments.ts';
import type { Connection } from '../../../contract/connections/connection-of.ts';
import { assertSearchText } from '../../../contract/text/search-text.ts';
import type { SearchHit } from '../../../contract/values/search-hit.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { BY_ID, listPublications } from '../list-publications.ts';
import { searchHitPublication } from './publication.ts';

/**
 * The network's publications with a text in one of their names, by id.
 * Errors  BAD_USER_INPUT for a text too short to search; PAGE_TOO_LARGE, CURSOR_INVALID
 */
export function listSearchHits(query: SearchArguments, selection: Selection, context: RequestContext): Promise<Connection<SearchHit>> {
  const folded = assertSearchText(query.text);
  const pattern = `%${folded.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const conditions = [sql<SqlBool>`folded like ${pattern} escape '\\'`];
  return listPublications(searchHitPublication, { page: query, conditions, order: BY_ID, filter: { text: folded } }, selection, context);
}
