import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Directive, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Statement } from '../../contract/values/statement.ts';
import { pathBelowRoot } from '../ask/forwarded-selection.ts';
import type { HubContext } from '../request-context.ts';
import { COST_OF_ALL_ROWS } from './cost-of-fields.ts';
import { askTotal } from '../totals/ask-total.ts';
import type { PublishedTotal } from '../totals/publish-total.ts';
import { TotalArguments } from '../totals/total-arguments.ts';
import { Total } from '../values/total.ts';

@Resolver(() => Total)
export class TotalResolver {
  @Directive(COST_OF_ALL_ROWS)
  @Query(() => Total, {
    nullable: true,
    description:
      'What was said of one indicator, added up with bounds over countries as far as that is allowed; every statement left out is named with its reason. Null: the hub did not answer. Errors: CODE_UNKNOWN, PERIOD_INVALID, DATE_INVALID, COUNTRY_UNKNOWN.',
  })
  total(@Args(() => TotalArguments) query: TotalArguments, @Info() info: GraphQLResolveInfo, @Ctx() context: HubContext): Promise<Total> {
    return askTotal(query, info, context);
  }

  @FieldResolver(() => [Statement], { nullable: true })
  used(@Root() { usedRows }: PublishedTotal, @Info() info: GraphQLResolveInfo): object[] {
    const path = pathBelowRoot(info);
    return usedRows.flatMap((rowAt) => rowAt(path) ?? []);
  }
}
