import { type GraphQLResolveInfo, getNamedType, type GraphQLObjectType } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { selectionOf } from '../../serving/selection.ts';
import { assertMembers } from '../assert-members.ts';
import { JointProgramsArguments } from '../programs/joint-programs-arguments.ts';
import { listJointPrograms } from '../programs/list-joint-programs.ts';
import { PartyReports } from '../programs/party-reports.ts';
import type { HubContext } from '../request-context.ts';
import { JointProgramConnection } from '../values/joint-program-connection.ts';

@Resolver()
export class JointProgramsResolver {
  @Query(() => JointProgramConnection, {
    nullable: true,
    description:
      'Programs of two or more countries, by id. Null: the hub did not answer. Errors: COUNTRY_UNKNOWN, PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  async jointPrograms(
    @Args(() => JointProgramsArguments) query: JointProgramsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<JointProgramConnection> {
    const filter = query.filter ?? {};
    assertMembers(filter.parties, context.countries);
    const page = await listJointPrograms(context.database, filter, query, selectionOf(info));
    const type = getNamedType(info.returnType) as GraphQLObjectType;
    const partyReports = new PartyReports(page.nodes, info, type, [['nodes'], ['edges', 'node']], context);
    for (const program of page.nodes) Object.assign(program, { partyReports });
    return page;
  }
}
