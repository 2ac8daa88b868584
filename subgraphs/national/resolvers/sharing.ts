import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NationalNetwork } from '../../contract/national-network.ts';
import { SharingTerms } from '../../contract/values/sharing-terms.ts';
import type { RequestContext } from '../access/request-context.ts';

@Resolver(() => NationalNetwork)
export class SharingResolver {
  @FieldResolver(() => SharingTerms, {
    nullable: true,
    description: 'What the network lets others see, and how fresh it is. Null: not answered.',
  })
  sharing(@Ctx() { network }: RequestContext): SharingTerms {
    const { thresholds, dimensions, purposes, refreshRhythm, lastKnownFor } = network.policy;
    return Object.assign(new SharingTerms(), {
      thresholds: Object.entries(thresholds).map(([name, value]) => ({ name, value: String(value) })),
      dimensions,
      purposes,
      refreshRhythm,
      lastKnownFor,
    });
  }
}
