import type { ContradictionKind, Finding } from './contradiction.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * One way in which rows can contradict each other.
 * Every rule sees current rows only, each once and in the order of the ids, and names a pair once.
 */
export interface ContradictionRule {
  readonly rule: string;
  readonly kind: ContradictionKind;
  readonly find: (knowledge: Knowledge) => readonly Finding[];
}

/** All pairs of a list, each once, in its order. */
export function pairsOf<Row>(rows: readonly Row[]): (readonly [Row, Row])[] {
  return rows.flatMap((a, index) => rows.slice(index + 1).map((b) => [a, b] as const));
}

/** All pairs of rows that share a key; rows whose key is null share it with nobody. */
export function pairsWithin<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): (readonly [Row, Row])[] {
  const groups = Map.groupBy(rows, keyOf);
  return [...groups].flatMap(([key, members]) => (key === null ? [] : pairsOf(members)));
}
