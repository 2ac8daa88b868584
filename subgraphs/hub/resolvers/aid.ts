import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Directive, Info, Query, Resolver } from 'type-graphql';
import { AidSummaryArguments } from '../aid/aid-summary-arguments.ts';
import { askAid } from '../aid/ask-aid.ts';
import type { HubContext } from '../request-context.ts';
import { COST_OF_ALL_ROWS } from './cost-of-fields.ts';
import { AidSummary } from '../values/aid-summary.ts';

@Resolver()
export class AidResolver {
  @Directive(COST_OF_ALL_ROWS)
  @Query(() => AidSummary, {
    nullable: true,
    description:
      'Aid for one disaster, stage by stage: added within a stage, never across stages, and no shipment twice. Null: the hub did not answer. Errors: CODE_UNKNOWN, PERIOD_INVALID, COUNTRY_UNKNOWN.',
  })
  aid(
    @Args(() => AidSummaryArguments) query: AidSummaryArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<AidSummary> {
    return askAid(query, info, context);
  }
}
