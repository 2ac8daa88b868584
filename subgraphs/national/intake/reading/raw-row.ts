import type { SourceFault } from './source-fault.ts';

/** A record as a format's reader hands it on: cleaned in place by what follows, so that a million rows are not made twice. */
export interface RawRow {
  row: number;
  cells: (string | null)[];
  kinds?: string;
  faults?: SourceFault[];
  unread?: Map<number, string>;
}
