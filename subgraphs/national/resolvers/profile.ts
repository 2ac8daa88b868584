import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NationalNetwork } from '../../contract/national-network.ts';
import { NetworkProfile } from '../../contract/values/network-profile.ts';
import type { RequestContext } from '../access/request-context.ts';

@Resolver(() => NationalNetwork)
export class ProfileResolver {
  @FieldResolver(() => NetworkProfile, { nullable: true, description: 'The network as a body. Null: not answered.' })
  profile(@Ctx() { network }: RequestContext): NetworkProfile {
    const { languages, website, contactPoint } = network;
    return Object.assign(new NetworkProfile(), { founded: null, languages, website, contactPoint });
  }
}
