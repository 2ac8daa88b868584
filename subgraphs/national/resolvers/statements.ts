import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { StatementsArguments } from '../../contract/arguments/statements-arguments.ts';
import { StatementConnection } from '../../contract/connections/statement-connection.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listStatements } from '../publications/statement/list.ts';

@Resolver(() => NationalNetwork)
export class StatementsResolver {
  @FieldResolver(() => StatementConnection, {
    nullable: true,
    description:
      'What was said in numbers: the current statements, or those of an earlier day. Null: not answered. Errors: PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  statements(
    @Args(() => StatementsArguments) query: StatementsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<StatementConnection> {
    return listStatements(query, selectionOf(info), context);
  }
}
