import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Statement } from '../../contract/values/statement.ts';
import { pathBelowRoot } from '../ask/forwarded-selection.ts';
import { askComparability, type PublishedComparability } from '../comparisons/ask-comparability.ts';
import type { HubContext } from '../request-context.ts';
import { COST_OF_COMPARISON } from './cost-of-fields.ts';
import { Comparability } from '../values/comparability.ts';

@Resolver(() => Comparability)
export class ComparabilityResolver {
  @Directive(COST_OF_COMPARISON)
  @Query(() => Comparability, {
    nullable: true,
    description:
      'Whether two statements may be compared, with every reason. Null: the hub did not answer. Errors: ID_INVALID, COUNTRY_UNKNOWN, BAD_USER_INPUT.',
  })
  comparability(
    @Arg('a', () => ID, { description: 'Id of the first statement, such as kz:statement:vol-total-2022.' }) a: string,
    @Arg('b', () => ID, { description: 'Id of the second statement.' }) b: string,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<Comparability> {
    return askComparability({ a, b }, info, context);
  }

  @FieldResolver(() => Statement, { nullable: true })
  a(@Root() { aRow }: PublishedComparability, @Info() info: GraphQLResolveInfo): object | null {
    return aRow(pathBelowRoot(info));
  }

  @FieldResolver(() => Statement, { nullable: true })
  b(@Root() { bRow }: PublishedComparability, @Info() info: GraphQLResolveInfo): object | null {
    return bRow(pathBelowRoot(info));
  }
}
