import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { PageArguments } from '../../contract/arguments/page-arguments.ts';
import type { ListIdentity } from '../../contract/connections/cursor.ts';
import { assertPageSize } from '../../contract/connections/page-size.ts';
import type { FederationCountry } from '../../federation/read-countries.ts';
import { selectionOf } from '../../serving/selection.ts';
import { AnsweredRow } from '../ask/answered-row.ts';
import { askCountries } from '../ask/ask-countries.ts';
import { coverageOf } from '../ask/coverage-of.ts';
import type { DoorQuestion } from '../ask/country-client.ts';
import { type ForwardedSelection, forwardedSelections, forwardedVariables } from '../ask/forwarded-selection.ts';
import type { Outcomes } from '../ask/outcome.ts';
import { mergePages, type OwnerPage, type Positions, type SortedRow } from '../merge/merge-pages.ts';
import type { HubContext } from '../request-context.ts';
import type { MergedConnection } from './merged-connection-of.ts';
import { readMergedCursor, writeMergedCursor } from './merged-cursor.ts';

/** A variable that a door's list takes: its name there, its type, its value. */
export interface ListVariable {
  readonly argument: string;
  readonly type: string;
  readonly value: unknown;
}

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
  readonly sort: {
    readonly direction: 'asc' | 'desc';
    /** What the hub needs of a row to sort it, under aliases that begin with birge_. */
    readonly fields: string;
    readonly keyOf: (row: Readonly<Record<string, unknown>>) => string | number;
  };
}

type AnsweredEdge = Readonly<Record<string, unknown>> & { readonly cursor: string; readonly birge_own: Readonly<Record<string, unknown>> };
type AnsweredPage = {
  readonly totalCount?: number | null;
  readonly pageInfo?: { readonly hasNextPage: boolean };
  readonly edges?: readonly AnsweredEdge[];
};

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
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const parts = [['nodes'], ['edges', 'node']].flatMap((path) => forwardedSelections(info, type, path));
  const { client, requestId, countryTimeoutMs: timeoutMs, watch } = context;
  const outcomes = await askCountries(
    asked.map((country) => [country, questionTo(country.country, query, parts, info, positions)] as const),
    { client, requestId, timeoutMs, notice: watch.notice.bind(watch) },
  );
  const pages = new Map(
    [...outcomes].flatMap(([country, outcome]) => (outcome.kind === 'answered' ? [[country, ownerPage(outcome.door, sort.keyOf)]] : [])),
  );
  const merged = mergePages(pages, { first: page.first, direction: sort.direction, positions });
  const paths = new Map(parts.map(({ path }, index) => [path, `n${index}`]));
  const edges = merged.rows.map(({ row, positions: behind }) => ({
    cursor: writeMergedCursor(identity, behind),
    nodeAt: (path: string) => wrapped(row[paths.get(path) ?? '']),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: merged.hasNextPage,
      hasPreviousPage: positions.size > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? page.after ?? null,
    },
    totalCount: totalCountOf(outcomes),
    coverage: coverageOf(outcomes),
  };
}

function questionTo(
  country: string,
  { field, page, variables, sort }: MergedListQuery,
  parts: readonly ForwardedSelection[],
  info: GraphQLResolveInfo,
  positions: Positions,
): DoorQuestion {
  const selection = selectionOf(info);
  const wantsRows = selection.has('nodes') || selection.has('edges') || selection.has('pageInfo');
  const forwarded = forwardedVariables(info, parts);
  const own = variables.filter(({ value }) => value != null);
  const passed = [...own.map(({ argument }) => `${argument}: $birge_${argument}`), 'first: $birge_first', 'after: $birge_after'].join(', ');
  const nodes = parts.map(({ fields }, index) => `n${index}: node { ${fields} }`).join(' ');
  const edges = `edges { cursor birge_own: node { birge_id: id ${sort.fields} } ${nodes} } pageInfo { hasNextPage }`;
  return {
    fields: `birge_list: ${field}(${passed}) { ${selection.has('totalCount') ? 'totalCount' : ''} ${wantsRows ? edges : '__typename'} }`,
    variables: [
      ...forwarded.declarations,
      ...own.map(({ argument, type }) => `$birge_${argument}: ${type}`),
      '$birge_first: Int!',
      '$birge_after: String',
    ],
    values: {
      ...forwarded.values,
      ...Object.fromEntries(own.map(({ argument, value }) => [`birge_${argument}`, value])),
      birge_first: page.first,
      birge_after: positions.get(country) ?? null,
    },
  };
}

function ownerPage(door: Readonly<Record<string, unknown>>, keyOf: MergedListQuery['sort']['keyOf']): OwnerPage<AnsweredEdge> {
  const { edges = [], pageInfo } = (door['birge_list'] ?? {}) as AnsweredPage;
  const rows = edges.map((edge): SortedRow<AnsweredEdge> => {
    const { cursor, birge_own: own } = edge;
    return { key: keyOf(own), id: String(own['birge_id']), cursor, row: edge };
  });
  return { rows, hasNextPage: pageInfo?.hasNextPage ?? false };
}

/** The sum where everyone answered; a part of the countries has no number of rows of all. */
function totalCountOf(outcomes: Outcomes): number | null {
  const counts = [...outcomes.values()].map((outcome) =>
    outcome.kind === 'answered' ? (outcome.door['birge_list'] as AnsweredPage | null)?.totalCount : null,
  );
  return counts.every((count) => typeof count === 'number') ? counts.reduce((sum, count) => sum + count, 0) : null;
}

function wrapped(row: unknown): object | null {
  return typeof row === 'object' && row !== null ? new AnsweredRow(row as Readonly<Record<string, unknown>>) : null;
}
