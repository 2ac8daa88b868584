import { createHash } from 'node:crypto';
import type { ImportRequest } from './import-request.ts';

/**
 * How a file is read, as one number: its mapping and what is said of it beside that. Limits say nothing of the rows.
 * Shape   text of the mapping, options in any order -> SHA-256, in hex; without options that of the text alone
 */
export function mappingHash({
  mappingText,
  options: { limits: _limits, ...options },
}: Pick<ImportRequest, 'mappingText' | 'options'>): string {
  const said = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const hash = createHash('sha256').update(mappingText);
  // No mapping has the character that divides the two.
  if (said.length > 0) hash.update(`\0${JSON.stringify(said)}`);
  return hash.digest('hex');
}
