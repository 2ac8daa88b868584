import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { PageArguments } from '../../contract/arguments/page-arguments.ts';
import type { ListIdentity } from '../../contract/connections/cursor.ts';
import { assertPageSize } from '../../contract/connections/page-size.ts';
import type { FederationCountry } from '../../federation/read-countries.ts';
import { keptByOperation } from '../../serving/kept-by-operation.ts';
import { selectionOf } from '../../serving/selection.ts';
import { askCountries } from '../ask/ask-countries.ts';
import { coverageOf } from '../ask/coverage-of.ts';
import { forwardedSelections, forwardedVariables } from '../ask/forwarded-selection.ts';
import type { Outcomes } from '../ask/outcome.ts';
import { mergePages, type OwnerPage } from '../merge/merge-pages.ts';
import type { HubContext } from '../request-context.ts';
import { askedAfter, type DoorPage, doorPageQuestion, type ListVariable, readDoorPage, type RowAt } from './door-page.ts';
import { Edge, EdgesInfo } from './edges.ts';
import { HUB, hubPage, type HubRow } from './hub-page.ts';
import type { MergedConnection } from './merged-connection-of.ts';
import { readMergedCursor } from './merged-cursor.ts';

/** A list over all countries: where it stands at a door, what it is asked with, how it is sorted. */
export interface MergedListQuery {
  /** The door's field. */
  readonly field: string;
  readonly page: PageArguments;
  /** The countries that the filter leaves. */
  readonly asked: readonly FederationCountry[];
  /** What a cursor belongs to beside the list: the filter and the order as the client gave them. */
  readonly boundTo: Readonly<Record<string, unknown>>;
  /** Arguments beside the page: the filter, the order. */
  readonly variables: readonly ListVariable[];
  readonly sort: ListSort;
  /** The hub's own rows under this filter: they stand in the list and are of no country. */
  readonly ownRows?: readonly HubRow[];
}

/** How a list is sorted. */
export interface ListSort {
  readonly direction: 'asc' | 'desc';
  /** What the hub needs of a row to sort it, under aliases that begin with birge_. */
  readonly fields: string;
  readonly keyOf: (row: Readonly<Record<string, unknown>>) => string | number;
}

/** What the client selects of the rows, wherever it asks for them. */
const forwardedRows = keptByOperation((info) => {
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  return [['nodes'], ['edges', 'node']].flatMap((path) => forwardedSelections(info, type, path));
});

/**
 * One page over all asked countries: one request each, in parallel, with the client's own selection and what sorting needs, merged by the
 * asked order.
 * Errors  PAGE_TOO_LARGE, CURSOR_INVALID
 */
export async function askMergedPage(query: MergedListQuery, info: GraphQLResolveInfo, context: HubContext): Promise<MergedConnection> {
  const { page, asked, sort } = query;
  assertPageSize(page.first);
  const identity: ListIdentity = { list: `hub:${query.field}`, order: '', filter: query.boundTo };
  const positions = readMergedCursor(identity, page.after);
  const selection = selectionOf(info);
  const parts = forwardedRows(info);
  const question = doorPageQuestion({
    field: query.field,
    variables: query.variables,
    first: page.first,
    after: undefined,
    ownFields: sort.fields,
    parts,
    forwarded: forwardedVariables(info, parts),
    wants: {
      rows: selection.has('nodes') || selection.has('edges') || selection.has('pageInfo'),
      totalCount: selection.has('totalCount'),
    },
  });
  const { client, requestId, countryTimeoutMs: timeoutMs, notice } = context;
  const outcomes = await askCountries(
    asked.map((country) => [country, askedAfter(question, positions.get(country.country))] as const),
    { client, requestId, timeoutMs, notice, mayBeCopy: true },
  );
  const paths = parts.map(({ path }) => path);
  const doorPages = new Map(
    [...outcomes].flatMap(([country, outcome]) => (outcome.kind === 'answered' ? [[country, readDoorPage(outcome.door, paths)]] : [])),
  );
  const pages = new Map([...doorPages].map(([country, doorPage]) => [country, sorted(doorPage, sort)]));
  if (query.ownRows) pages.set(HUB, hubPage(query.ownRows, sort, page.first, positions.get(HUB)));
  const merged = mergePages(pages, { first: page.first, direction: sort.direction, positions });
  const edges = merged.rows.map((row) => new Edge(identity, row));
  const { hasNextPage } = merged;
  return {
    edges,
    pageInfo: new EdgesInfo(edges, { hasNextPage, hasPreviousPage: positions.size > 0, after: page.after ?? null }),
    totalCount: totalCountOf(outcomes, doorPages, query.ownRows?.length ?? 0),
    coverage: coverageOf(outcomes),
  };
}

function sorted({ rows, hasNextPage }: DoorPage, { keyOf }: ListSort): OwnerPage<RowAt> {
  return { rows: rows.map(({ id, cursor, own, at }) => ({ key: keyOf(own), id, cursor, row: at })), hasNextPage };
}

/** The sum where everyone answered; a part of the countries has no number of rows of all. */
function totalCountOf(outcomes: Outcomes, pages: ReadonlyMap<string, DoorPage>, ownRows: number): number | null {
  const counts = [...outcomes.keys()].map((country) => pages.get(country)?.totalCount ?? null);
  return counts.every((count) => count !== null) ? counts.reduce((sum, count) => sum + count, ownRows) : null;
}
