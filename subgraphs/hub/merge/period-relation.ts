/** The known days of a period, YYYY-MM-DD. Null: the day is not known. */
export interface KnownDays {
  readonly start: string | null;
  /** OPEN_END for an end that is still open. */
  readonly end: string | null;
}

export type PeriodRelation = 'DISJOINT' | 'UNKNOWN' | 'EQUAL' | 'WITHIN' | 'CONTAINS' | 'OVERLAPS';

/**
 * How one period lies to another.
 * Shape   a, b -> relation of a to b: a is WITHIN b, or a CONTAINS b; null: nothing is known of its days
 * Source  schema/GLOSSARY.md, "relation of periods"
 */
export function periodRelation(a: KnownDays | null, b: KnownDays | null): PeriodRelation {
  if (a === null || b === null) return 'UNKNOWN';
  if (isBefore(a, b) || isBefore(b, a)) return 'DISJOINT';
  if (a.start === null || a.end === null || b.start === null || b.end === null) return 'UNKNOWN';
  if (a.start === b.start && a.end === b.end) return 'EQUAL';
  if (a.start >= b.start && a.end <= b.end) return 'WITHIN';
  return a.start <= b.start && a.end >= b.end ? 'CONTAINS' : 'OVERLAPS';
}

function isBefore(earlier: KnownDays, later: KnownDays): boolean {
  return earlier.end !== null && later.start !== null && earlier.end < later.start;
}
