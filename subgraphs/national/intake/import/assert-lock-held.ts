import type { AskTransaction, TakenLock } from '../../../storage/import-lock.ts';
import { ImportRefused } from './import-refused.ts';

/**
 * Stops a transaction that is about to commit what was planned under a lock that is gone: somebody else may have written since.
 * Errors  ImportRefused LOCK_LOST; those of the database
 */
export async function assertLockHeld(lock: TakenLock | null, ask: AskTransaction): Promise<void> {
  if (lock === null || !(await lock.isHeld(ask))) throw new ImportRefused('LOCK_LOST', {});
}
