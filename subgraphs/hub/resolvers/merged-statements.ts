import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { StatementsArguments } from '../../contract/arguments/statements-arguments.ts';
import { askMergedPage } from '../lists/ask-merged-page.ts';
import { askedCountries } from '../lists/asked-countries.ts';
import { filterForDoors } from '../lists/filter-for-doors.ts';
import type { MergedConnection } from '../lists/merged-connection-of.ts';
import { MergedStatements } from '../lists/merged-connections.ts';
import { STATEMENT_SORTS, statementSortFields } from '../lists/sort-keys.ts';
import { isSelected } from '../statements/is-selected.ts';
import type { HubContext } from '../request-context.ts';

@Resolver()
export class MergedStatementsResolver {
  @Query(() => MergedStatements.type, {
    nullable: true,
    description:
      'What was said in numbers, over all countries. Null: the hub did not answer. Errors: COUNTRY_UNKNOWN, PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  statements(
    @Args(() => StatementsArguments) query: StatementsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<MergedConnection> {
    const filter = query.filter ?? {};
    return askMergedPage(
      {
        field: 'statements',
        page: query,
        asked: askedCountries(filter, context.countries),
        boundTo: { filter, orderBy: query.orderBy, asOf: query.asOf },
        variables: [
          { argument: 'filter', type: 'StatementFilter', value: filterForDoors(filter) },
          { argument: 'orderBy', type: 'StatementOrder', value: query.orderBy },
          { argument: 'asOf', type: 'Date', value: query.asOf },
        ],
        sort: STATEMENT_SORTS[query.orderBy],
        ownRows: context.ownStatements
          .filter((statement) => isSelected(statement, filter, query.asOf))
          .map((row) => ({ id: row.id, sortFields: statementSortFields(row), row })),
      },
      info,
      context,
    );
  }
}
