import type { UnitsArguments } from '../../../contract/arguments/units-arguments.ts';
import type { Connection } from '../../../contract/connections/connection-of.ts';
import type { Unit } from '../../../contract/values/unit.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { isClassified, isInRegions, isOfCountry, isOneOf } from '../conditions.ts';
import { BY_ID, listPublications } from '../list-publications.ts';
import { unitPublication } from './publication.ts';

/** The network's branches, offices and centers, by id. */
export function listUnits(query: UnitsArguments, selection: Selection, context: RequestContext): Promise<Connection<Unit>> {
  const filter = query.filter ?? {};
  const conditions = [
    ...isOfCountry(context.network.country, filter.countries),
    ...isOneOf('kind', filter.kinds),
    ...isInRegions('region_id', filter.regions),
    ...isClassified('DIRECTION', 'id', filter.directions),
  ];
  return listPublications(unitPublication, { page: query, conditions, order: BY_ID, filter }, selection, context);
}
