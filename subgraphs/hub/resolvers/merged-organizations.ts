import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { OrganizationsArguments } from '../../contract/arguments/organizations-arguments.ts';
import { askMergedPage } from '../lists/ask-merged-page.ts';
import { askedCountries } from '../lists/asked-countries.ts';
import { filterForDoors } from '../lists/filter-for-doors.ts';
import type { MergedConnection } from '../lists/merged-connection-of.ts';
import { MergedOrganizations } from '../lists/merged-connections.ts';
import { BY_ID } from '../lists/sort-keys.ts';
import type { HubContext } from '../request-context.ts';

@Resolver()
export class MergedOrganizationsResolver {
  @Query(() => MergedOrganizations.type, {
    nullable: true,
    description:
      'Organizations of all countries, by id. Null: the hub did not answer. Errors: COUNTRY_UNKNOWN, PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  organizations(
    @Args(() => OrganizationsArguments) query: OrganizationsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<MergedConnection> {
    const filter = query.filter ?? {};
    return askMergedPage(
      {
        field: 'organizations',
        page: query,
        asked: askedCountries(filter, context.countries),
        boundTo: { filter },
        variables: [{ argument: 'filter', type: 'OrganizationFilter', value: filterForDoors(filter) }],
        sort: BY_ID,
      },
      info,
      context,
    );
  }
}
