import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;

/**
 * Looks until it is so.
 * Errors  `otherwise`, when it is not so within the time
 */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs: number, otherwise: string): Promise<void> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > withinMs) throw new Error(`${otherwise}, after ${withinMs} ms`);
    await wait(LOOK_EVERY_MS);
  }
}
