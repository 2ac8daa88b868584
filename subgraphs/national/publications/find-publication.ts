import { typeOfId } from '../../contract/identifiers/published-id.ts';
import type { Node } from '../../contract/values/node.ts';
import type { Selection } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { actionPublication } from './action/publication.ts';
import { aidFlowPublication } from './aid-flow/publication.ts';
import { findChange } from './change/find.ts';
import { commitmentPublication } from './commitment/publication.ts';
import { organizationPublication } from './organization/publication.ts';
import { practicePublication } from './practice/publication.ts';
import { programPublication } from './program/publication.ts';
import type { Publication } from './publication.ts';
import { regionPublication } from './region/publication.ts';
import { sourcePublication } from './source/publication.ts';
import { statementPublication } from './statement/publication.ts';
import { unitPublication } from './unit/publication.ts';

/** Where a row of each type stands, by the type in its id. */
const PUBLICATIONS: Readonly<Record<string, Publication<Node>>> = {
  source: sourcePublication,
  region: regionPublication,
  organization: organizationPublication,
  unit: unitPublication,
  program: programPublication,
  action: actionPublication,
  statement: statementPublication,
  'aid-flow': aidFlowPublication,
  commitment: commitmentPublication,
  practice: practicePublication,
};

/** The publication of an id, whatever its type, or a change of the feed; null when there is none. */
export async function findPublication(id: string, selection: Selection, context: RequestContext): Promise<Node | null> {
  // A change has no id in its table: its number is its id.
  if (typeOfId(id) === 'change') return findChange(id, context);
  const publication = PUBLICATIONS[typeOfId(id)];
  return publication === undefined ? null : context.load.publication(publication, id, selection);
}
