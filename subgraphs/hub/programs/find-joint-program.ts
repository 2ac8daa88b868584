import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import type { HubContext } from '../request-context.ts';
import type { JointProgram } from '../values/joint-program.ts';
import { PartyReports } from './party-reports.ts';
import { publishJointProgram } from './publish-joint-program.ts';

/**
 * A joint program by its id, ready to be resolved further; null when there is none.
 * Shape   id, info of the field that gives it, field paths from there to the program -> program
 */
export async function findJointProgram(
  id: string,
  info: GraphQLResolveInfo,
  paths: readonly (readonly string[])[],
  context: HubContext,
): Promise<JointProgram | null> {
  const row = await context.database.selectFrom('joint_program').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const program = publishJointProgram(row);
  const named = getNamedType(info.returnType);
  // Behind an interface the client's selection of a joint program stands in a fragment on its type.
  const type = isObjectType(named) ? named : (info.schema.getType('JointProgram') as GraphQLObjectType);
  return Object.assign(program, { partyReports: new PartyReports([program], info, type, paths, context) });
}
