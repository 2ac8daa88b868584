import { sql, type SqlBool } from 'kysely';
import type { ActionOrder } from '../../../contract/arguments/action-order.ts';
import type { ActionsArguments } from '../../../contract/arguments/actions-arguments.ts';
import type { Connection } from '../../../contract/connections/connection-of.ts';
import type { Action } from '../../../contract/values/action.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { SortOrder } from '../../../storage/keyset-page.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { type Condition, isClassified, isFlag, isInRegions, isOfCountry, isOneOf, sharesDay } from '../conditions.ts';
import { listPublications } from '../list-publications.ts';
import { actionPublication } from './publication.ts';

const ORDERS: Readonly<Record<ActionOrder, SortOrder>> = {
  ID_ASC: { column: 'id', direction: 'asc' },
  START_ASC: { column: 'period_ascending', direction: 'asc' },
  START_DESC: { column: 'period_descending', direction: 'desc' },
};

/** The network's events and actions. */
export function listActions(query: ActionsArguments, selection: Selection, context: RequestContext): Promise<Connection<Action>> {
  const { orderBy } = query;
  const filter = query.filter ?? {};
  const conditions = [
    ...isOfCountry(context.network.country, filter.countries),
    ...sharesDay(filter.period),
    ...isUndated(filter.undated),
    ...isInRegions('region_id', filter.regions),
    ...isClassified('DIRECTION', 'id', filter.directions),
    ...isOneOf('kind', filter.kinds),
    ...isOneOf('status', filter.statuses),
    ...isFlag('is_cross_border', filter.crossBorder),
    ...isFlag('is_seeking_partners', filter.seekingPartners),
    ...isOneOf('program_id', filter.programs),
  ];
  const order = { name: orderBy, by: ORDERS[orderBy] };
  return listPublications(actionPublication, { page: query, conditions, order, filter }, selection, context);
}

function isUndated(undated: boolean | null | undefined): Condition[] {
  if (undated == null) return [];
  return [undated ? sql<SqlBool>`period_edtf is null` : sql<SqlBool>`period_edtf is not null`];
}
