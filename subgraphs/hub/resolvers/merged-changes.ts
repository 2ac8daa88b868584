import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { ChangesArguments } from '../../contract/arguments/changes-arguments.ts';
import { askMergedPage } from '../lists/ask-merged-page.ts';
import type { MergedConnection } from '../lists/merged-connection-of.ts';
import { MergedChanges } from '../lists/merged-connections.ts';
import { BY_INSTANT } from '../lists/sort-keys.ts';
import type { HubContext } from '../request-context.ts';

@Resolver()
export class MergedChangesResolver {
  @Query(() => MergedChanges.type, {
    nullable: true,
    description:
      'What changed in all countries, deletions included: within a country in the order it happened. A country that is away loses nothing: go on with endCursor, and its changes come once it is back. Null: the hub did not answer. Errors: DATE_INVALID, PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  changes(
    @Args(() => ChangesArguments) query: ChangesArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<MergedConnection> {
    return askMergedPage(
      {
        field: 'changes',
        page: query,
        asked: context.countries,
        boundTo: { since: query.since },
        variables: [{ argument: 'since', type: 'DateTime!', value: query.since }],
        sort: BY_INSTANT,
      },
      info,
      context,
    );
  }
}
