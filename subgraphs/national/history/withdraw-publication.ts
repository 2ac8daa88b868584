import { typeOfId } from '../../contract/identifiers/published-id.ts';
import { publishedTables } from '../publications/published-tables.ts';
import { HistoryRefused } from './history-refused.ts';
import type { HistoryWriter } from './history-writer.ts';
import { presentIds } from './present-ids.ts';
import { removeAttached } from './remove-attached.ts';

/**
 * Takes a row back: it is removed with everything that belongs to it, also from the past that `asOf` shows. What stays is a DELETE in the feed with
 * its id, so that every copy removes it too.
 * Errors  HistoryRefused NOT_PUBLISHED
 */
export async function withdrawPublication(writer: HistoryWriter, id: string): Promise<void> {
  const published = publishedTables.find(({ idType }) => idType === typeOfId(id));
  if (published === undefined) throw new HistoryRefused('NOT_PUBLISHED', id);
  if (!(await presentIds(writer, published, [id])).has(id)) throw new HistoryRefused('NOT_PUBLISHED', id);
  await writer.record('WITHDRAWN', published.type, [id]);
  await removeAttached(writer, [id]);
  await writer.entityManager.nativeDelete(published.entity, { id });
}
