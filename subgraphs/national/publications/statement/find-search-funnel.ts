import type { SearchFilter } from '../../../contract/arguments/search-filter.ts';
import { periodOf } from '../../../contract/values/period-of.ts';
import { SearchFunnel } from '../../../contract/values/search-funnel.ts';
import type { Statement } from '../../../contract/values/statement.ts';
import { type Selection, selectedBelow } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { isInRegions, sharesDay } from '../conditions.ts';
import { sql, type SqlBool } from 'kysely';
import { statementPublication } from './publication.ts';

/** Which indicator each figure of the funnel is; `closedOther` has none that a source ever reported. */
const FIGURES = { requests: 'SEARCH_REQUESTS', found: 'SEARCH_FOUND', teams: 'TEAM_SIZE' } as const;

/**
 * What was reported of searches for missing people in one area, figure by figure; the latest known where there are several.
 * Shape   filter -> funnel, or null when nothing at all was reported there
 */
export async function findSearchFunnel(filter: SearchFilter, selection: Selection, context: RequestContext): Promise<SearchFunnel | null> {
  const { region, period } = filter;
  const conditions = [...isInRegions('region_id', region == null ? null : [region]), ...sharesDay(period)];
  const rows = await context.database
    .selectFrom('statement')
    .select(['id', 'indicator', 'region_id'])
    .where('indicator', 'in', Object.values(FIGURES))
    .where('superseded_by', 'is', null)
    .where((expression) => expression.and(region == null ? [...conditions, sql<SqlBool>`region_id is null`] : conditions))
    .orderBy('known_from', 'desc')
    .orderBy('id')
    .execute();
  const first = rows[0];
  if (first === undefined) return null;
  const figure = (name: keyof typeof FIGURES): Promise<Statement | null> =>
    context.load.publication(
      statementPublication,
      rows.find(({ indicator }) => indicator === FIGURES[name])?.id,
      selectedBelow(selection, name),
    );
  return Object.assign(new SearchFunnel(), {
    region: context.load.region(first.region_id),
    period: period == null ? null : periodOf(period),
    requests: figure('requests'),
    found: figure('found'),
    closedOther: null,
    teams: figure('teams'),
    missingReason: null,
  });
}
