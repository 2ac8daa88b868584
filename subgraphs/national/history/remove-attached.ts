import { attachedTables } from '../publications/published-tables.ts';
import type { HistoryWriter } from './history-writer.ts';

/** Removes what belongs to published rows: their classification and their codes. */
export async function removeAttached({ entityManager }: HistoryWriter, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const { entity, owner } of attachedTables) await entityManager.nativeDelete(entity, { [owner]: { $in: [...ids] } });
}
