import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ServedSupergraph } from './execute/served-supergraph.ts';
import { readPreparedQueries } from './prepared-queries.ts';

/**
 * Prepares the stored operations that fit a supergraph, so that their first request costs no planning. One at a time, with room for requests between.
 * Shape   supergraph, folder of operations, signal that ends it -> resolves when all are prepared
 * Errors  rejects when the folder cannot be read; a missing one has no operations
 */
export async function warmPlans(served: ServedSupergraph, operationsFolder: string, signal: AbortSignal): Promise<void> {
  for (const query of await readPreparedQueries(operationsFolder, served.schema)) {
    if (signal.aborted) return;
    served.warm(query);
    await nextTurn();
  }
}
