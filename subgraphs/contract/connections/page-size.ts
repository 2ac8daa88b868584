import { contractError } from '../errors.ts';

/** Rows of a page when the client does not say. */
export const DEFAULT_PAGE_SIZE = 50;
/** The most rows a page may hold. */
export const MAX_PAGE_SIZE = 1_000;

/**
 * Checks the size of a page.
 * Errors  PAGE_TOO_LARGE when it is below 1 or above the maximum
 */
export function assertPageSize(first: number): void {
  if (first < 1 || first > MAX_PAGE_SIZE) throw contractError('PAGE_TOO_LARGE', { value: first, max: MAX_PAGE_SIZE });
}
