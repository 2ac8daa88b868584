import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { QualityArguments } from '../../contract/arguments/quality-arguments.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { QualityReport } from '../../contract/values/quality-report.ts';
import { selectionOf } from '../../serving/selection.ts';
import { assertSteward } from '../access/assert-steward.ts';
import type { RequestContext } from '../access/request-context.ts';
import { readReport } from '../intake/quality/report/read-report.ts';

@Resolver(() => NationalNetwork)
export class QualityResolver {
  @FieldResolver(() => QualityReport, {
    nullable: true,
    description:
      "What the latest check of the network's data found; for its steward alone, on the network's own address. Null: no check was made, or not answered. " +
      'Errors: TIER_NOT_ALLOWED, PAGE_TOO_LARGE, CURSOR_INVALID, CODE_UNKNOWN.',
  })
  quality(
    @Args(() => QualityArguments) query: QualityArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<QualityReport | null> {
    assertSteward('quality', context);
    return readReport(query, selectionOf(info), context);
  }
}
