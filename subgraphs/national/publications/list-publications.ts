import type { Kysely } from 'kysely';
import type { PageArguments } from '../../contract/arguments/page-arguments.ts';
import type { Connection } from '../../contract/connections/connection-of.ts';
import { mergeSelections, type Selection, selectedBelow } from '../../serving/selection.ts';
import { keysetPage, type SortOrder } from '../../storage/keyset-page.ts';
import type { RequestContext } from '../access/request-context.ts';
import type { Condition } from './conditions.ts';
import { columnsFor, type Publication } from './publication.ts';

/** How a list of one publication is asked: its filter as conditions, its order as a column. */
export interface ListQuery {
  readonly page: PageArguments;
  readonly conditions: readonly Condition[];
  /** Name of the order and what it sorts by. */
  readonly order: { readonly name: string; readonly by: SortOrder };
  /** What the cursor is bound to beside list and order. */
  readonly filter: unknown;
}

/**
 * One page of a publication, asking the database for exactly what the query selects.
 * Errors  PAGE_TOO_LARGE, CURSOR_INVALID
 */
export function listPublications<Published extends object>(
  publication: Publication<Published>,
  { page, conditions, order, filter }: ListQuery,
  selection: Selection,
  context: RequestContext,
): Promise<Connection<Published>> {
  const rows = mergeSelections(selectedBelow(selection, 'nodes'), selectedBelow(selection, 'edges', 'node'));
  return keysetPage<Published>(context.database as unknown as Kysely<never>, {
    table: publication.table,
    columns: columnsFor(publication, rows),
    conditions,
    order: order.by,
    identity: { list: `${context.network.country}:${publication.table}`, order: order.name, filter },
    first: page.first,
    after: page.after,
    wants: {
      rows: selection.has('nodes') || selection.has('edges') || selection.has('pageInfo'),
      totalCount: selection.has('totalCount'),
    },
    publish: (row) => publication.publish(row, rows, context),
  });
}

/** The order of lists that have no other: by id. */
export const BY_ID = { name: 'ID_ASC', by: { column: 'id', direction: 'asc' } } as const;
