import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { AidFlow } from '../../contract/values/aid-flow.ts';
import type { PublishedAidExclusion } from '../aid/ask-aid.ts';
import { pathBelowRoot } from '../ask/forwarded-selection.ts';
import { AidExclusion } from '../values/aid-exclusion.ts';

@Resolver(() => AidExclusion)
export class AidExclusionResolver {
  @FieldResolver(() => AidFlow, { nullable: true })
  flow(@Root() { rowAt }: PublishedAidExclusion, @Info() info: GraphQLResolveInfo): object | null {
    return rowAt(pathBelowRoot(info));
  }
}
