import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { ActionsArguments } from '../../contract/arguments/actions-arguments.ts';
import { askMergedPage } from '../lists/ask-merged-page.ts';
import { askedCountries } from '../lists/asked-countries.ts';
import { filterForDoors } from '../lists/filter-for-doors.ts';
import type { MergedConnection } from '../lists/merged-connection-of.ts';
import { MergedActions } from '../lists/merged-connections.ts';
import { ACTION_SORTS } from '../lists/sort-keys.ts';
import type { HubContext } from '../request-context.ts';

@Resolver()
export class MergedActionsResolver {
  @Query(() => MergedActions.type, {
    nullable: true,
    description:
      'Events and actions over all countries. Null: the hub did not answer. Errors: COUNTRY_UNKNOWN, PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  actions(
    @Args(() => ActionsArguments) query: ActionsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<MergedConnection> {
    const filter = query.filter ?? {};
    return askMergedPage(
      {
        field: 'actions',
        page: query,
        asked: askedCountries(filter, context.countries),
        boundTo: { filter, orderBy: query.orderBy },
        variables: [
          { argument: 'filter', type: 'ActionFilter', value: filterForDoors(filter) },
          { argument: 'orderBy', type: 'ActionOrder', value: query.orderBy },
        ],
        sort: ACTION_SORTS[query.orderBy],
      },
      info,
      context,
    );
  }
}
