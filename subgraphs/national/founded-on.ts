import { parseEdtf } from '../contract/periods/parse-edtf.ts';
import type { Network } from './network.ts';

/**
 * The day before which the network can have recorded nothing: the first of those on which it may have been founded.
 * Shape   facts -> YYYY-MM-DD; null when nobody says, or only about when
 * Errors  TypeError when `founded` is no EDTF date
 */
export function foundedOn({ founded, subgraph }: Pick<Network, 'founded' | 'subgraph'>): string | null {
  if (founded == null) return null;
  const days = parseEdtf(founded);
  if (days === null || founded.includes('/'))
    throw new TypeError(
      `subgraphs/${subgraph}/network.ts: founded is "${founded}"; write an EDTF date (2016, 2016-03, 2016-03-15, 2016~) or null.`,
    );
  return days.isUncertain ? null : days.start;
}
