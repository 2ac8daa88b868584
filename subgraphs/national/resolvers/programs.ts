import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { ProgramsArguments } from '../../contract/arguments/programs-arguments.ts';
import { ProgramConnection } from '../../contract/connections/program-connection.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listPrograms } from '../publications/program/list.ts';

@Resolver(() => NationalNetwork)
export class ProgramsResolver {
  @FieldResolver(() => ProgramConnection, {
    nullable: true,
    description: 'National programs, campaigns and awards, by id. Null: not answered. Errors: PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  programs(
    @Args(() => ProgramsArguments) query: ProgramsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<ProgramConnection> {
    return listPrograms(query, selectionOf(info), context);
  }
}
