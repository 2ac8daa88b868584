import { type Expression, type Kysely, sql, type SqlBool } from 'kysely';
import type { Connection } from '../contract/connections/connection-of.ts';
import { type ListIdentity, type Position, readCursor, writeCursor } from '../contract/connections/cursor.ts';
import { assertPageSize } from '../contract/connections/page-size.ts';

/** A column to sort by, never null; equal keys go by id in the same direction. */
export interface SortOrder {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

export interface KeysetPageQuery<Published> {
  readonly table: string;
  /** Columns the query needs; the sort key and the id are added. */
  readonly columns: readonly string[];
  readonly conditions: readonly Expression<SqlBool>[];
  readonly order: SortOrder;
  readonly identity: ListIdentity;
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly wants: { readonly rows: boolean; readonly totalCount: boolean };
  readonly publish: (row: never) => Published;
}

/**
 * One page of a table by keyset: it costs `first` + 1 rows wherever the page stands.
 * Errors  PAGE_TOO_LARGE, CURSOR_INVALID
 */
export async function keysetPage<Published>(database: Kysely<never>, query: KeysetPageQuery<Published>): Promise<Connection<Published>> {
  assertPageSize(query.first);
  const position = query.after == null ? null : readCursor(query.identity, query.after);
  const [rows, totalCount] = await Promise.all([
    query.wants.rows ? readRows(database, query, position) : [],
    query.wants.totalCount ? countRows(database, query) : null,
  ]);
  const shown = rows.slice(0, query.first);
  const edges = shown.map((row) => ({
    cursor: writeCursor(query.identity, { key: row.sort_key, id: row.id }),
    node: query.publish(row as never),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > query.first,
      hasPreviousPage: position !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

type Row = Record<string, unknown> & { id: string; sort_key: string | number };

async function readRows<Published>(
  database: Kysely<never>,
  { table, columns, conditions, order, first }: KeysetPageQuery<Published>,
  position: Position | null,
): Promise<Row[]> {
  const { column, direction } = order;
  const isById = column === 'id';
  let rows = (database as unknown as Kysely<Record<string, Record<string, unknown>>>)
    .selectFrom(table)
    .select([...new Set(['id', ...columns])])
    .select(`${column} as sort_key`)
    .where((expression) => expression.and([...conditions]));
  if (position !== null) {
    const beyond = sql.raw(direction === 'asc' ? '>' : '<');
    rows = rows.where(
      isById
        ? sql<SqlBool>`${sql.ref('id')} ${beyond} ${position.id}`
        : sql<SqlBool>`(${sql.ref(column)}, ${sql.ref('id')}) ${beyond} (${position.key}, ${position.id})`,
    );
  }
  rows = isById ? rows.orderBy('id', direction) : rows.orderBy(column, direction).orderBy('id', direction);
  return (await rows.limit(first + 1).execute()) as Row[];
}

async function countRows<Published>(database: Kysely<never>, { table, conditions }: KeysetPageQuery<Published>): Promise<number> {
  const counted = await (database as unknown as Kysely<Record<string, Record<string, unknown>>>)
    .selectFrom(table)
    .select((expression) => expression.fn.countAll().as('rows'))
    .where((expression) => expression.and([...conditions]))
    .executeTakeFirstOrThrow();
  return Number(counted.rows);
}
