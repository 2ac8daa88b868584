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

/** Whether two rows make a pair. */
export type Holds<Row> = (a: Row, b: Row) => boolean;

/** The pairs of a list for which something holds, each once, in its order. */
export function pairsOf<Row>(rows: readonly Row[], holds: Holds<Row>): (readonly [Row, Row])[] {
  const pairs: (readonly [Row, Row])[] = [];
  // Pairs that do not hold are never kept: of ten thousand rows there are fifty million.
  for (const [index, a] of rows.entries()) {
    for (let next = index + 1; next < rows.length; next += 1) {
      const b = rows[next];
      if (b !== undefined && holds(a, b)) pairs.push([a, b]);
    }
  }
  return pairs;
}

/** The same among rows that share a key; rows whose key is null share it with nobody. */
export function pairsWithin<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null, holds: Holds<Row>): (readonly [Row, Row])[] {
  return [...Map.groupBy(rows, keyOf)].flatMap(([key, members]) => (key === null ? [] : pairsOf(members, holds)));
}
