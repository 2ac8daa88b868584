import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { SearchFilter } from '../../contract/arguments/search-filter.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { SearchFunnel } from '../../contract/values/search-funnel.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { findSearchFunnel } from '../publications/statement/find-search-funnel.ts';

@Resolver(() => NationalNetwork)
export class SearchesResolver {
  @FieldResolver(() => SearchFunnel, {
    nullable: true,
    description: 'What was reported of searches for missing people in one area. Null: nothing was reported there, or not answered.',
  })
  searches(
    @Arg('filter', () => SearchFilter, { nullable: true, description: 'Which area and time. Absent: the whole country, any time.' })
    filter: SearchFilter | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<SearchFunnel | null> {
    return findSearchFunnel(filter ?? {}, selectionOf(info), context);
  }
}
