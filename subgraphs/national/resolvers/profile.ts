import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NationalNetwork } from '../../contract/national-network.ts';
import { periodOf } from '../../contract/values/period-of.ts';
import { NetworkProfile } from '../../contract/values/network-profile.ts';
import type { RequestContext } from '../access/request-context.ts';

@Resolver(() => NationalNetwork)
export class ProfileResolver {
  @FieldResolver(() => NetworkProfile, { nullable: true, description: 'The network as a body. Null: not answered.' })
  profile(@Ctx() { network }: RequestContext): NetworkProfile {
    const { founded, languages, website, contactPoint } = network;
    const when = founded == null ? null : periodOf(founded);
    return Object.assign(new NetworkProfile(), { founded: when, languages, website, contactPoint });
  }
}
