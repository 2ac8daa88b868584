import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { AidFlow } from '../../contract/values/aid-flow.ts';
import type { PublishedStage } from '../aid/ask-aid.ts';
import { pathBelowRoot } from '../ask/forwarded-selection.ts';
import { AidStageTotal } from '../values/aid-stage-total.ts';

@Resolver(() => AidStageTotal)
export class AidStageResolver {
  @FieldResolver(() => [AidFlow], { nullable: true })
  used(@Root() { usedRows }: PublishedStage, @Info() info: GraphQLResolveInfo): object[] {
    const path = pathBelowRoot(info);
    return usedRows.flatMap((rowAt) => rowAt(path) ?? []);
  }
}
