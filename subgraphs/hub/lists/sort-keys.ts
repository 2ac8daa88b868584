import type { ActionOrder } from '../../contract/arguments/action-order.ts';
import type { StatementOrder } from '../../contract/arguments/statement-order.ts';
import type { Statement } from '../../contract/values/statement.ts';
import type { ListSort as Sort } from './ask-merged-page.ts';

/** After any day, as the doors sort rows whose first day is not known. */
const AFTER_ALL_DAYS = '9999-99-99';
const PERIOD_START = 'birge_period: period { birge_start: start }';

/** By id alone: the key is the same for all. */
export const BY_ID: Sort = { direction: 'asc', fields: '', keyOf: () => '' };

/** By the instant at which it happened; within one owner the owner's own order stands. */
export const BY_INSTANT: Sort = { direction: 'asc', fields: 'birge_at: at', keyOf: (row) => String(row['birge_at']) };

const startOf = (row: Readonly<Record<string, unknown>>, unknown: string): string =>
  (row['birge_period'] as { birge_start?: string | null } | null)?.birge_start ?? unknown;

const BY_START: Sort = { direction: 'asc', fields: PERIOD_START, keyOf: (row) => startOf(row, AFTER_ALL_DAYS) };
const BY_START_DESCENDING: Sort = { direction: 'desc', fields: PERIOD_START, keyOf: (row) => startOf(row, '') };

/** How each order of statements sorts: the same keys as at the doors. */
export const STATEMENT_SORTS: Readonly<Record<StatementOrder, Sort>> = {
  ID_ASC: BY_ID,
  PERIOD_ASC: BY_START,
  PERIOD_DESC: BY_START_DESCENDING,
  KNOWN_FROM_DESC: { direction: 'desc', fields: 'birge_known_from: knownFrom', keyOf: (row) => String(row['birge_known_from']) },
};

/** How each order of actions sorts: the same keys as at the doors. */
export const ACTION_SORTS: Readonly<Record<ActionOrder, Sort>> = {
  ID_ASC: BY_ID,
  START_ASC: BY_START,
  START_DESC: BY_START_DESCENDING,
};

/** What the orders above read of a statement, in the form in which a door answers it. */
export function statementSortFields({ period, knownFrom }: Statement): Readonly<Record<string, unknown>> {
  return { birge_period: { birge_start: period?.start ?? null }, birge_known_from: knownFrom };
}
