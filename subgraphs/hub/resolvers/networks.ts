import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { CountryCode } from '../../contract/scalars/country-code.ts';
import { assertMembers } from '../assert-members.ts';
import { NetworkStub } from '../network-stub.ts';
import type { HubContext } from '../request-context.ts';

@Resolver()
export class NetworksResolver {
  @Query(() => [NetworkStub], {
    nullable: true,
    description: 'The doors of all countries, or of those named, by code. Null: the hub did not answer. Errors: COUNTRY_UNKNOWN.',
  })
  networks(
    @Arg('codes', () => [CountryCode], { nullable: true, description: 'Which countries. Absent: all members.' }) codes: string[] | null,
    @Ctx() { countries }: HubContext,
  ): object[] {
    return assertMembers(codes, countries).map(({ typeName, country }) => ({ __typename: typeName, code: country }));
  }
}
