import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { ChangesArguments } from '../../contract/arguments/changes-arguments.ts';
import { ChangeConnection } from '../../contract/connections/change-connection.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listChanges } from '../publications/change/list.ts';

@Resolver(() => NationalNetwork)
export class ChangesResolver {
  @FieldResolver(() => ChangeConnection, {
    nullable: true,
    description:
      'Everything that was published or left the lists, in the order it happened; applied to an empty copy, all of it gives the lists. Null: not answered. Errors: DATE_INVALID, PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  changes(
    @Args(() => ChangesArguments) query: ChangesArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<ChangeConnection> {
    return listChanges(query, selectionOf(info), context);
  }
}
