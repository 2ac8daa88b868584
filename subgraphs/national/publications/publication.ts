import type { Selection } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import type { PublicationTables } from './tables.ts';

/** How one table becomes one published type. */
export interface Publication<Published extends object> {
  readonly table: keyof PublicationTables;
  /** Columns that each published field is made of; a field that is not listed needs none but the id. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Makes the published value from the columns of the selected fields. */
  publish(row: StoredRow, selection: Selection, context: RequestContext): Published;
}

/** A stored row, read field by field: a column that was not asked for reads as undefined, and so is its published field. */
export type StoredRow = Readonly<Record<string, string | number | null | undefined>> & { readonly id: string };

/** The columns that the selected fields are made of. */
export function columnsFor(publication: Publication<object>, selection: Selection): string[] {
  const columns = [...selection.keys()].flatMap((field) => publication.columns[field] ?? []);
  return [...new Set(['id', ...columns])];
}
