import type { ChangeOp } from '../../../contract/enums/change-op.ts';
import { Change } from '../../../contract/values/change.ts';

/** The columns that a published change is made of. */
export const CHANGE_COLUMNS = ['seq', 'op', 'type', 'entity', 'at'] as const;

type ChangeColumns = Readonly<Record<Exclude<(typeof CHANGE_COLUMNS)[number], 'seq'>, string> & { seq: number }>;

/** A change, as published: its number in the feed of its network is its id. */
export function publishChange({ seq, op, type, entity, at }: ChangeColumns, country: string): Change {
  return Object.assign(new Change(), { id: `${country.toLowerCase()}:change:${seq}`, op: op as ChangeOp, country, type, entity, at });
}
