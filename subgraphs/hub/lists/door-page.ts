import { AnsweredRow } from '../ask/answered-row.ts';
import type { DoorQuestion } from '../ask/country-client.ts';
import type { ForwardedSelection, ForwardedVariables } from '../ask/forwarded-selection.ts';

/** A row as it was asked at each path of the client's query, such as `nodes` or `edges.node`. */
export type RowAt = (path: string) => object | null;

/** A variable that a door's list takes: its name there, its type, its value. */
export interface ListVariable {
  readonly argument: string;
  readonly type: string;
  readonly value: unknown;
}

/** One page of one door's list, as it is asked. */
export interface DoorPageQuery {
  /** The door's field. */
  readonly field: string;
  /** Arguments beside the page: the filter, the order. */
  readonly variables: readonly ListVariable[];
  readonly first: number;
  readonly after: string | undefined;
  /** What the hub itself needs of a row, under aliases that begin with birge_. */
  readonly ownFields: string;
  /** The client's own selections, and the variables that they use. */
  readonly parts: readonly ForwardedSelection[];
  readonly forwarded: ForwardedVariables;
  readonly wants: { readonly rows: boolean; readonly totalCount: boolean };
}

/** A row of a door's page: what the hub asked of it, and what the client did. */
export interface DoorRow {
  readonly cursor: string;
  readonly id: string;
  readonly own: Readonly<Record<string, unknown>>;
  readonly at: RowAt;
}

export interface DoorPage {
  readonly rows: readonly DoorRow[];
  readonly hasNextPage: boolean;
  /** Null: not asked for. */
  readonly totalCount: number | null;
}

/** What one door is asked for a page of its list: the client's own selections, and what the hub needs. */
export function doorPageQuestion({ field, variables, first, after, ownFields, parts, forwarded, wants }: DoorPageQuery): DoorQuestion {
  const own = variables.filter(({ value }) => value != null);
  const passed = [...own.map(({ argument }) => `${argument}: $birge_${argument}`), 'first: $birge_first', 'after: $birge_after'].join(', ');
  const nodes = parts.map(({ fields }, index) => `n${index}: node { ${fields} }`).join(' ');
  const edges = `edges { cursor birge_own: node { birge_id: id ${ownFields} } ${nodes} } pageInfo { hasNextPage }`;
  return {
    fields: `birge_list: ${field}(${passed}) { ${wants.totalCount ? 'totalCount' : ''} ${wants.rows ? edges : '__typename'} }`,
    variables: [
      ...forwarded.declarations,
      ...own.map(({ argument, type }) => `$birge_${argument}: ${type}`),
      '$birge_first: Int!',
      '$birge_after: String',
    ],
    values: {
      ...forwarded.values,
      ...Object.fromEntries(own.map(({ argument, value }) => [`birge_${argument}`, value])),
      birge_first: first,
      birge_after: after ?? null,
    },
  };
}

/** The same question about the page behind a cursor: each door has its own. */
export function askedAfter(question: DoorQuestion, after: string | undefined): DoorQuestion {
  return after === undefined ? question : { ...question, values: { ...question.values, birge_after: after } };
}

interface AnsweredPage {
  readonly totalCount?: number | null;
  readonly pageInfo?: { readonly hasNextPage: boolean };
  readonly edges?: readonly AnsweredEdge[];
}
type AnsweredEdge = Readonly<Record<string, unknown>> & { readonly cursor: string; readonly birge_own: Readonly<Record<string, unknown>> };

/** The page that a door answered; `paths` are those of the forwarded parts, in their order. */
export function readDoorPage(door: Readonly<Record<string, unknown>>, paths: readonly string[]): DoorPage {
  const { edges = [], pageInfo, totalCount = null }: AnsweredPage = door['birge_list'] ?? {};
  const rows = edges.map((edge): DoorRow => {
    const { cursor, birge_own: own } = edge;
    return { cursor, id: String(own['birge_id']), own, at: (path) => wrapped(edge[`n${paths.indexOf(path)}`]) };
  });
  return { rows, hasNextPage: pageInfo?.hasNextPage ?? false, totalCount };
}

function wrapped(row: unknown): object | null {
  return typeof row === 'object' && row !== null ? new AnsweredRow(row as Readonly<Record<string, unknown>>) : null;
}
