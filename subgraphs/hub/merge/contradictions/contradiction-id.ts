import { createHash } from 'node:crypto';

const DIGITS = 16;

/**
 * The id of a contradiction: the same rows under the same rule always have the same one.
 * Shape   rule, ids of all rows on either side -> `hub:contradiction:` and 16 hexadecimal digits of SHA-256 over `rule|id|id…`, ids sorted
 */
export function contradictionId(rule: string, ids: readonly string[]): string {
  const digest = createHash('sha256')
    .update([rule, ...ids.toSorted()].join('|'))
    .digest('hex');
  return `hub:contradiction:${digest.slice(0, DIGITS)}`;
}
