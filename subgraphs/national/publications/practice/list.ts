import type { PracticesArguments } from '../../../contract/arguments/practices-arguments.ts';
import type { Connection } from '../../../contract/connections/connection-of.ts';
import type { Practice } from '../../../contract/values/practice.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { isClassified, isOfCountry } from '../conditions.ts';
import { BY_ID, listPublications } from '../list-publications.ts';
import { practicePublication } from './publication.ts';

/** The network's practices, by id. */
export function listPractices(query: PracticesArguments, selection: Selection, context: RequestContext): Promise<Connection<Practice>> {
  const filter = query.filter ?? {};
  const conditions = [
    ...isOfCountry(context.network.country, filter.countries),
    ...isClassified('DIRECTION', 'id', filter.directions),
    ...isClassified('LANGUAGE', 'id', filter.languages),
  ];
  return listPublications(practicePublication, { page: query, conditions, order: BY_ID, filter }, selection, context);
}
