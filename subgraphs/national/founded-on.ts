import { parseEdtf } from '../contract/periods/parse-edtf.ts';
import type { Network } from './network.ts';
import { NetworkRefused } from './network-refused.ts';

/**
 * The day before which the network can have recorded nothing: the first of those on which it may have been founded.
 * Shape   facts, today as YYYY-MM-DD -> YYYY-MM-DD; null when nobody says, or only about when
 * Errors  NetworkRefused when `founded` is no text of an EDTF date, or a day to come
 */
export function foundedOn(
  { founded, subgraph }: Pick<Network, 'founded' | 'subgraph'>,
  today = new Date().toISOString().slice(0, 10),
): string | null {
  if (founded == null) return null;
  // TypeScript is not checked where it runs: 2016 without its quotation marks is a number.
  const days = typeof founded === 'string' && !founded.includes('/') ? parseEdtf(founded) : null;
  if (days === null || days.start === null || days.start > today) {
    throw new NetworkRefused(
      `subgraphs/${subgraph}/network.ts: founded is ${JSON.stringify(founded)}; ` +
        "write an EDTF date that is not to come, in quotation marks ('2016', '2016-03', '2016-03-15', '2016~'), or null.",
    );
  }
  return days.isUncertain ? null : days.start;
}
