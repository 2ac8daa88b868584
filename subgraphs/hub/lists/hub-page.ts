import type { OwnerPage, SortedRow } from '../merge/merge-pages.ts';
import type { ListSort } from './ask-merged-page.ts';
import type { RowAt } from './door-page.ts';

/** The owner of the hub's own rows in a merged list. */
export const HUB = 'hub';

/** A row of the hub's own, with what sorting reads of it, in the form in which a door answers it. */
export interface HubRow {
  readonly id: string;
  readonly sortFields: Readonly<Record<string, unknown>>;
  readonly row: object;
}

/** One page of the hub's own rows behind a cursor, sorted as the doors sort theirs; the cursor of a row is its id. */
export function hubPage(
  rows: readonly HubRow[],
  { direction, keyOf }: ListSort,
  first: number,
  after: string | undefined,
): OwnerPage<RowAt> {
  const sign = direction === 'asc' ? 1 : -1;
  const sorted = rows
    .map(({ id, sortFields, row }): SortedRow<RowAt> => ({ key: keyOf(sortFields), id, cursor: id, row: () => row }))
    .toSorted((a, b) => (a.key === b.key ? compare(a.id, b.id) : compare(a.key, b.key)) * sign);
  const from = after === undefined ? 0 : sorted.findIndex(({ id }) => id === after) + 1;
  return { rows: sorted.slice(from, from + first), hasNextPage: sorted.length > from + first };
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
