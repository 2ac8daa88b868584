import type { CommitmentsArguments } from '../../../contract/arguments/commitments-arguments.ts';
import type { Connection } from '../../../contract/connections/connection-of.ts';
import { contractError } from '../../../contract/errors.ts';
import { isPublishedId } from '../../../contract/identifiers/published-id.ts';
import type { Commitment } from '../../../contract/values/commitment.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { isOneOf } from '../conditions.ts';
import { listPublications } from '../list-publications.ts';
import { commitmentPublication } from './publication.ts';

const BY_SEQUENCE = { name: 'SEQ_ASC', by: { column: 'seq', direction: 'asc' } } as const;

/**
 * What this party reports of joint programs, in the order of their texts.
 * Errors  ID_INVALID when the joint program's id has not the form of an id
 */
export function listCommitments(
  query: CommitmentsArguments,
  selection: Selection,
  context: RequestContext,
): Promise<Connection<Commitment>> {
  const { jointProgramId } = query;
  const filter = query.filter ?? {};
  if (jointProgramId != null && !isPublishedId(jointProgramId)) throw contractError('ID_INVALID', { value: jointProgramId });
  const conditions = [
    ...isOneOf('joint_program_id', jointProgramId == null ? null : [jointProgramId]),
    ...isOneOf('status', filter.statuses),
    ...isOneOf('direction', filter.directions),
  ];
  const cursorFilter = { filter, jointProgramId };
  return listPublications(commitmentPublication, { page: query, conditions, order: BY_SEQUENCE, filter: cursorFilter }, selection, context);
}
