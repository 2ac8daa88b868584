import type { ProgramsArguments } from '../../../contract/arguments/programs-arguments.ts';
import type { Connection } from '../../../contract/connections/connection-of.ts';
import type { Program } from '../../../contract/values/program.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { isClassified, isOneOf, sharesDay } from '../conditions.ts';
import { BY_ID, listPublications } from '../list-publications.ts';
import { programPublication } from './publication.ts';

/** The network's programs, by id. */
export function listPrograms(query: ProgramsArguments, selection: Selection, context: RequestContext): Promise<Connection<Program>> {
  const filter = query.filter ?? {};
  const conditions = [
    ...isOneOf('kind', filter.kinds),
    ...isOneOf('status', filter.statuses),
    ...isClassified('DIRECTION', 'id', filter.directions),
    ...sharesDay(filter.period),
  ];
  return listPublications(programPublication, { page: query, conditions, order: BY_ID, filter }, selection, context);
}
