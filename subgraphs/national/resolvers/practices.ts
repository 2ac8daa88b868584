import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { PracticesArguments } from '../../contract/arguments/practices-arguments.ts';
import { PracticeConnection } from '../../contract/connections/practice-connection.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listPractices } from '../publications/practice/list.ts';

@Resolver(() => NationalNetwork)
export class PracticesResolver {
  @FieldResolver(() => PracticeConnection, {
    nullable: true,
    description: 'Ways of working offered to others, by id. Null: not answered. Errors: PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  practices(
    @Args(() => PracticesArguments) query: PracticesArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<PracticeConnection> {
    return listPractices(query, selectionOf(info), context);
  }
}
