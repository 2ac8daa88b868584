import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { SearchArguments } from '../../contract/arguments/search-arguments.ts';
import { assertSearchText } from '../../contract/text/search-text.ts';
import { askMergedPage } from '../lists/ask-merged-page.ts';
import type { MergedConnection } from '../lists/merged-connection-of.ts';
import { MergedSearchHits } from '../lists/merged-connections.ts';
import { BY_ID } from '../lists/sort-keys.ts';
import { searchJointPrograms } from '../programs/search-joint-programs.ts';
import type { HubContext } from '../request-context.ts';

@Resolver()
export class MergedSearchResolver {
  @Query(() => MergedSearchHits.type, {
    nullable: true,
    description:
      'Publications of all countries with a text in one of their names, by id. Null: the hub did not answer. Errors: BAD_USER_INPUT, PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  async search(
    @Args(() => SearchArguments) query: SearchArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<MergedConnection> {
    const folded = assertSearchText(query.text);
    return askMergedPage(
      {
        field: 'search',
        page: query,
        asked: context.countries,
        boundTo: { text: folded },
        variables: [{ argument: 'text', type: 'String!', value: query.text }],
        sort: BY_ID,
        ownRows: await searchJointPrograms(context.database, folded),
      },
      info,
      context,
    );
  }
}
