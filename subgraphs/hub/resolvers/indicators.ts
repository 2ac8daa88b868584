import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { selectionOf } from '../../serving/selection.ts';
import { listIndicators } from '../code-lists/list-indicators.ts';
import { readAvailability } from '../code-lists/read-availability.ts';
import type { HubContext } from '../request-context.ts';
import { Indicator } from '../values/indicator.ts';

@Resolver()
export class IndicatorsResolver {
  @Query(() => [Indicator], {
    nullable: true,
    description: 'What can be counted, in the order of the list. Only `availability` asks the countries. Null: the hub did not answer.',
  })
  indicators(@Info() info: GraphQLResolveInfo, @Ctx() context: HubContext): Indicator[] {
    return listIndicators(selectionOf(info).has('availability') ? readAvailability(context) : null);
  }
}
