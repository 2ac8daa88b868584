import type { GraphQLResolveInfo } from 'graphql';
import { selectionOf } from '../../serving/selection.ts';
import { AnsweredRow } from '../ask/answered-row.ts';
import type { DoorQuestion } from '../ask/country-client.ts';
import { type ForwardedSelection, forwardedVariables } from '../ask/forwarded-selection.ts';
import type { OwnerPage, SortedRow } from '../merge/merge-pages.ts';
import type { ListSort, MergedListQuery } from './ask-merged-page.ts';

/** A row as it was asked at each path of the client's query, such as `nodes` or `edges.node`. */
export type RowAt = (path: string) => object | null;

type AnsweredEdge = Readonly<Record<string, unknown>> & { readonly cursor: string; readonly birge_own: Readonly<Record<string, unknown>> };
interface AnsweredPage {
  readonly totalCount?: number | null;
  readonly pageInfo?: { readonly hasNextPage: boolean };
  readonly edges?: readonly AnsweredEdge[];
}

/** What one door is asked for its page: the client's own selections, and what sorting and paging need. */
export function doorQuestion(
  { field, page, variables, sort }: MergedListQuery,
  parts: readonly ForwardedSelection[],
  info: GraphQLResolveInfo,
  after: string | undefined,
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
      birge_after: after ?? null,
    },
  };
}

/** The page that a door answered; `paths` are those of the forwarded parts, in their order. */
export function readDoorPage(door: Readonly<Record<string, unknown>>, { keyOf }: ListSort, paths: readonly string[]): OwnerPage<RowAt> {
  const { edges = [], pageInfo } = pageOf(door);
  const rows = edges.map((edge): SortedRow<RowAt> => {
    const { cursor, birge_own: own } = edge;
    return { key: keyOf(own), id: String(own['birge_id']), cursor, row: (path) => wrapped(edge[`n${paths.indexOf(path)}`]) };
  });
  return { rows, hasNextPage: pageInfo?.hasNextPage ?? false };
}

/** The number of rows that a door counted; null when it was not asked to. */
export function readTotalCount(door: Readonly<Record<string, unknown>>): number | null {
  return pageOf(door).totalCount ?? null;
}

function pageOf(door: Readonly<Record<string, unknown>>): AnsweredPage {
  return door['birge_list'] ?? {};
}

function wrapped(row: unknown): object | null {
  return typeof row === 'object' && row !== null ? new AnsweredRow(row as Readonly<Record<string, unknown>>) : null;
}
