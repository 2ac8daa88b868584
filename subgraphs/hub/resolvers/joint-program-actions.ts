import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Action } from '../../contract/values/action.ts';
import { pathBelowRoot } from '../ask/forwarded-selection.ts';
import type { LoadedProgram } from '../programs/loaded-program.ts';
import { JointProgram } from '../values/joint-program.ts';

@Resolver(() => JointProgram)
export class JointProgramActionsResolver {
  @FieldResolver(() => [Action], { nullable: true })
  actions(@Root() program: LoadedProgram, @Info() info: GraphQLResolveInfo): Promise<object[]> {
    return program.partyReports.actionsOf(program, pathBelowRoot(info));
  }
}
