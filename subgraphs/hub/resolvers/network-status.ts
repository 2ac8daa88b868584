import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { CountryCode } from '../../contract/scalars/country-code.ts';
import { assertMembers } from '../assert-members.ts';
import type { HubContext } from '../request-context.ts';
import { NetworkStatus } from '../values/network-status.ts';

const DAY_MS = 86_400_000;

@Resolver()
export class NetworkStatusResolver {
  @Query(() => [NetworkStatus], {
    nullable: true,
    description:
      'What the hub knows of each network, by code; complete and fast while any of them is away. Null: the hub did not answer. Errors: COUNTRY_UNKNOWN.',
  })
  async networkStatus(
    @Arg('codes', () => [CountryCode], { nullable: true, description: 'Which countries. Absent: all members.' }) codes: string[] | null,
    @Ctx() { countries, client, watch, revisions, now }: HubContext,
  ): Promise<NetworkStatus[]> {
    const asked = assertMembers(codes, countries);
    // Who is up changes without any data.
    revisions.leaveUnlabelled();
    await watch.refresh(asked);
    return asked.map(({ country }) => {
      const { isUp, lastPublishedAt, expectedEvery, contractVersion } = watch.knowledgeOf(country);
      const age = lastPublishedAt === null ? null : now().getTime() - Date.parse(lastPublishedAt);
      return Object.assign(new NetworkStatus(), {
        code: country,
        up: isUp,
        breaker: client.breakerOf(country),
        lastPublishedAt,
        freshnessDays: age === null ? null : Math.max(0, Math.floor(age / DAY_MS)),
        expectedEvery,
        contractVersion,
      });
    });
  }
}
