import type { Change } from '../../../contract/values/change.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { CHANGE_COLUMNS, publishChange, seqOfChange } from './publication.ts';

/** The change of an id; null when this network's feed has none. */
export async function findChange(id: string, { network, database }: RequestContext): Promise<Change | null> {
  const seq = seqOfChange(id, network.country);
  if (seq === null) return null;
  const row = await database.selectFrom('change').select(CHANGE_COLUMNS).where('seq', '=', seq).executeTakeFirst();
  return row === undefined ? null : publishChange(row, network.country);
}
