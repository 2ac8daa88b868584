import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { SearchArguments } from '../../contract/arguments/search-arguments.ts';
import { SearchHitConnection } from '../../contract/connections/search-hit-connection.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listSearchHits } from '../publications/search-hit/list.ts';

@Resolver(() => NationalNetwork)
export class SearchResolver {
  @FieldResolver(() => SearchHitConnection, {
    nullable: true,
    description:
      'Publications with a text in one of their names, by id. Null: not answered. Errors: BAD_USER_INPUT, PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  search(
    @Args(() => SearchArguments) query: SearchArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<SearchHitConnection> {
    return listSearchHits(query, selectionOf(info), context);
  }
}
