import type { DoorQuestion } from '../ask/country-client.ts';

/**
 * Where a country's feed of changes ends: as long as it stands there, whatever was read of the country is current.
 * Instants of the feed never go back, so the last one and the number of changes at it tell of every later commit.
 */
export interface FeedHead {
  /** Instant of the last change. Null: the country never published anything. */
  readonly instant: string | null;
  /** Number of changes at that instant. */
  readonly changes: number;
}

/** Asks where the feed ends, and how many changes it has since an instant. */
export function feedHeadQuestion(since: string | null): DoorQuestion {
  const last = 'birge_last: lastPublishedAt';
  if (since === null) return { fields: last, variables: [], values: {} };
  return {
    fields: `${last} birge_since: changes(since: $birge_since, first: 1) { totalCount }`,
    variables: ['$birge_since: DateTime!'],
    values: { birge_since: since },
  };
}

/** The head that an answer to `feedHeadQuestion(since)` tells. Null: the feed went on behind `since`, so that its changes there were not counted. */
export function readFeedHead(door: Readonly<Record<string, unknown>>, since: string | null): FeedHead | null {
  const instant = lastInstant(door);
  if (instant === null) return { instant, changes: 0 };
  const counted = door['birge_since'];
  const changes = typeof counted === 'object' && counted !== null && 'totalCount' in counted ? counted.totalCount : null;
  return instant === since && typeof changes === 'number' ? { instant, changes } : null;
}

/** Instant of the last change; null when there is none. */
export function lastInstant(door: Readonly<Record<string, unknown>>): string | null {
  const last = door['birge_last'];
  return typeof last === 'string' ? last : null;
}
