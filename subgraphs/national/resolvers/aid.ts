import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { AidArguments } from '../../contract/arguments/aid-arguments.ts';
import { AidFlowConnection } from '../../contract/connections/aid-flow-connection.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listAid } from '../publications/aid-flow/list.ts';

@Resolver(() => NationalNetwork)
export class AidResolver {
  @FieldResolver(() => AidFlowConnection, {
    nullable: true,
    description: 'Flows of aid, by id; stages are never added up. Null: not answered. Errors: PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  aid(
    @Args(() => AidArguments) query: AidArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<AidFlowConnection> {
    return listAid(query, selectionOf(info), context);
  }
}
