import type { Region } from '../../../contract/values/region.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { columnsFor, type StoredRow } from '../publication.ts';
import { regionPublication } from './publication.ts';

/** All regions the country has or had, by id: a list of at most a few hundred. */
export async function listRegions(selection: Selection, context: RequestContext): Promise<Region[]> {
  const rows = await context.database
    .selectFrom('region')
    .select(columnsFor(regionPublication, selection) as 'id'[])
    .orderBy('id')
    .execute();
  return rows.map((row) => regionPublication.publish(row as StoredRow, selection, context));
}
