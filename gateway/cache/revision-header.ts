/** In which a subgraph says at which revision of whose data its answer stands; absent when no revision covers the answer. */
export const REVISIONS_HEADER = 'birge-revisions';

/** Revisions by the name of whose data they count: a country's code, or HUB. */
export type Revisions = ReadonlyMap<string, string>;

const PART = /^([\w.-]{1,64})=([\w.-]{1,64})$/;

/**
 * Reads such a header.
 * Shape   `HUB=4, KZ=12.3` -> revisions; null when it is missing, empty or broken
 */
export function readRevisions(header: string | undefined): Revisions | null {
  if (header === undefined || header === '') return null;
  const revisions = new Map<string, string>();
  for (const part of header.split(',')) {
    const [, name, revision] = PART.exec(part.trim()) ?? [];
    if (name === undefined || revision === undefined || revisions.has(name)) return null;
    revisions.set(name, revision);
  }
  return revisions;
}
