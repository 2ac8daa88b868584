import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ServedSupergraph } from './execute/served-supergraph.ts';
import { readPreparedQueries } from './prepared-queries.ts';
import { reasonOf } from './read-supergraph.ts';

/**
 * Prepares the stored operations that fit a supergraph, so that their first request costs no planning. One at a time, with room for requests between.
 * Shape   supergraph, folder of operations, signal that ends it, log -> resolves when all are prepared
 * Errors  none: a folder that cannot be read is logged, and its operations are planned when they are asked; a missing one has no operations
 */
export async function warmPlans(served: ServedSupergraph, operationsFolder: string, signal: AbortSignal, log: Logger): Promise<void> {
  try {
    for (const query of await readPreparedQueries(operationsFolder, served.schema)) {
      if (signal.aborted) return;
      served.warm(query);
      await nextTurn();
    }
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'the stored operations were not prepared');
  }
}
