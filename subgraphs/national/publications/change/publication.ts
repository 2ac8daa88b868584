import type { ChangeOp } from '../../../contract/enums/change-op.ts';
import { Change } from '../../../contract/values/change.ts';

/** The columns that a published change is made of. */
export const CHANGE_COLUMNS = ['seq', 'op', 'type', 'entity', 'at'] as const;

/** The greatest number that the feed's column holds on both databases. */
const GREATEST_SEQ = 2 ** 31 - 1;

/** Whether a number may be one of the feed; others would be a fault of the database's. */
export function isSeq(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= GREATEST_SEQ;
}

type ChangeColumns = Readonly<Record<Exclude<(typeof CHANGE_COLUMNS)[number], 'seq'>, string> & { seq: number }>;

/** A change, as published: its number in the feed of its network is its id. */
export function publishChange({ seq, op, type, entity, at }: ChangeColumns, country: string): Change {
  return Object.assign(new Change(), { id: `${prefixOf(country)}${seq}`, op: op as ChangeOp, country, type, entity, at });
}

/** The number in the id of a change of this country; null when the id is of another kind. */
export function seqOfChange(id: string, country: string): number | null {
  const prefix = prefixOf(country);
  const digits = id.startsWith(prefix) ? id.slice(prefix.length) : '';
  // One spelling for one change: no leading zeros.
  return /^[1-9]\d{0,9}$/.test(digits) && isSeq(Number(digits)) ? Number(digits) : null;
}

const prefixOf = (country: string): string => `${country.toLowerCase()}:change:`;
