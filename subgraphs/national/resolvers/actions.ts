import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { ActionsArguments } from '../../contract/arguments/actions-arguments.ts';
import { ActionConnection } from '../../contract/connections/action-connection.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listActions } from '../publications/action/list.ts';

@Resolver(() => NationalNetwork)
export class ActionsResolver {
  @FieldResolver(() => ActionConnection, {
    nullable: true,
    description: 'Events and actions. Null: not answered. Errors: PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  actions(
    @Args(() => ActionsArguments) query: ActionsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<ActionConnection> {
    return listActions(query, selectionOf(info), context);
  }
}
