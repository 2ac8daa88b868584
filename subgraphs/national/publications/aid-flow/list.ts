import { sql, type SqlBool } from 'kysely';
import type { AidArguments } from '../../../contract/arguments/aid-arguments.ts';
import type { Connection } from '../../../contract/connections/connection-of.ts';
import type { AidFlow } from '../../../contract/values/aid-flow.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { isOneOf, sharesDay, type Condition } from '../conditions.ts';
import { BY_ID, listPublications } from '../list-publications.ts';
import { aidFlowPublication } from './publication.ts';

/** The network's flows of aid, by id. */
export function listAid(query: AidArguments, selection: Selection, context: RequestContext): Promise<Connection<AidFlow>> {
  const filter = query.filter ?? {};
  const conditions = [...isForDisaster(filter.glide), ...isOneOf('stage', filter.stages), ...sharesDay(filter.period)];
  return listPublications(aidFlowPublication, { page: query, conditions, order: BY_ID, filter }, selection, context);
}

/** Type, year and serial of a GLIDE number name the event; the country at its end only one of the places it struck. */
function isForDisaster(glide: string | null | undefined): Condition[] {
  if (glide == null) return [];
  const event = glide.slice(0, glide.lastIndexOf('-'));
  return [
    sql<SqlBool>`id in (select publication_id from classification where scheme = 'DISASTER' and code >= ${`${event}-`} and code < ${`${event}.`})`,
  ];
}
