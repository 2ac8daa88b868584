import type { Countable } from '../countable.ts';

/** Why a row is not in a sum. */
export type ExclusionReason =
  | 'NO_NUMBER'
  | 'PLAN'
  | 'DEFINITION_DIFFERS'
  | 'PERIOD_UNKNOWN'
  | 'PERIOD_DIFFERS'
  | 'EARLIER_PERIOD'
  | 'RIVAL'
  | 'PART_OF'
  | 'OVERLAPS';

/** Why there is no sum. */
export type RefusalReason = 'NOTHING_TO_ADD' | 'NOT_ADDABLE' | 'RIVALS_DISAGREE' | 'DEFINITION_UNSPECIFIED' | 'OPPOSITE_BOUNDS';

export interface Exclusion<Row> {
  readonly row: Row;
  readonly reason: ExclusionReason;
  /** Id of the row it yields to. Null: it yields to none. */
  readonly against: string | null;
}

/** What a step leaves. With a refusal the steps after it are not taken. */
export interface StepResult<Row> {
  readonly kept: readonly Row[];
  readonly excluded: readonly Exclusion<Row>[];
  readonly refusal: RefusalReason | null;
}

/** Parts the rows by whether a step puts them aside. */
export function putAside<Row extends Countable>(rows: readonly Row[], judge: (row: Row) => Exclusion<Row> | null): StepResult<Row> {
  const excluded = rows.map(judge).filter((exclusion) => exclusion !== null);
  const aside = new Set(excluded.map(({ row }) => row.id));
  return { kept: rows.filter(({ id }) => !aside.has(id)), excluded, refusal: null };
}
