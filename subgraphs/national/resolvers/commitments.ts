import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { CommitmentsArguments } from '../../contract/arguments/commitments-arguments.ts';
import { CommitmentConnection } from '../../contract/connections/commitment-connection.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listCommitments } from '../publications/commitment/list.ts';

@Resolver(() => NationalNetwork)
export class CommitmentsResolver {
  @FieldResolver(() => CommitmentConnection, {
    nullable: true,
    description:
      'What this party reports of joint programs, in the order of their texts. Null: not answered. Errors: PAGE_TOO_LARGE, CURSOR_INVALID, ID_INVALID.',
  })
  commitments(
    @Args(() => CommitmentsArguments) query: CommitmentsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<CommitmentConnection> {
    return listCommitments(query, selectionOf(info), context);
  }
}
