import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { NationalNetwork } from '../../contract/national-network.ts';
import { Region } from '../../contract/values/region.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listRegions } from '../publications/region/list.ts';

@Resolver(() => NationalNetwork)
export class RegionsResolver {
  @FieldResolver(() => [Region], { nullable: true, description: 'All regions the country has or had, by id. Null: not answered.' })
  regions(@Info() info: GraphQLResolveInfo, @Ctx() context: RequestContext): Promise<Region[]> {
    return listRegions(selectionOf(info), context);
  }
}
