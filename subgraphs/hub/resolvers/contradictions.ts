import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Directive, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Statement } from '../../contract/values/statement.ts';
import { pathBelowRoot } from '../ask/forwarded-selection.ts';
import { ContradictionsArguments } from '../knowledge/contradictions-arguments.ts';
import { listContradictions, type PublishedContradiction } from '../knowledge/list-contradictions.ts';
import type { HubContext } from '../request-context.ts';
import { COST_OF_COMPARISON } from './cost-of-fields.ts';
import { Contradiction } from '../values/contradiction.ts';
import { ContradictionConnection } from '../values/contradiction-connection.ts';

@Resolver(() => Contradiction)
export class ContradictionsResolver {
  @Directive(COST_OF_COMPARISON)
  @Query(() => ContradictionConnection, {
    nullable: true,
    description:
      'What does not go together in everything that the countries publish, found by rules and kept side by side. Null: the hub did not answer. Errors: PAGE_TOO_LARGE, CURSOR_INVALID, COUNTRY_UNKNOWN, CODE_UNKNOWN, ID_INVALID.',
  })
  contradictions(
    @Args(() => ContradictionsArguments) query: ContradictionsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<ContradictionConnection> {
    return listContradictions(query, info, context);
  }

  @FieldResolver(() => [Statement], { nullable: true })
  statements(@Root() { statementRows }: PublishedContradiction, @Info() info: GraphQLResolveInfo): object[] {
    const path = pathBelowRoot(info);
    return statementRows.flatMap((rowAt) => rowAt(path) ?? []);
  }
}
