import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Statement } from '../../contract/values/statement.ts';
import { pathBelowRoot } from '../ask/forwarded-selection.ts';
import type { PublishedExclusion } from '../totals/publish-total.ts';
import { Exclusion } from '../values/exclusion.ts';

@Resolver(() => Exclusion)
export class TotalExclusionResolver {
  @FieldResolver(() => Statement, { nullable: true })
  statement(@Root() { rowAt }: PublishedExclusion, @Info() info: GraphQLResolveInfo): object | null {
    return rowAt(pathBelowRoot(info));
  }
}
