import type { Countable } from './countable.ts';
import { isIsoRegion } from './region-key.ts';
import { currentIsoCodes, type RegionsByCountry } from './region-facts.ts';

/** A country or a region of it. */
export interface Area {
  readonly country: string;
  /** Null: the whole country. */
  readonly region: string | null;
}

/** The area that a row is about. Null: it is about something else, or nobody knows of which country. */
export function areaOf({ subject, country }: Pick<Countable, 'subject' | 'country'>): Area | null {
  if (subject?.kind === 'COUNTRY') return { country: subject.id, region: null };
  if (subject?.kind !== 'REGION') return null;
  const owner = isIsoRegion(subject.id) ? subject.id.slice(0, 2) : country;
  return owner === null ? null : { country: owner, region: subject.id };
}

/**
 * Whether two areas share no place: they lie in two countries, or are two regions of one code list. A code that is not of today's
 * list may name a former area, which can share places with those of today.
 */
export function areDisjointAreas(a: Area, b: Area, regions: RegionsByCountry): boolean {
  if (a.country !== b.country) return true;
  if (a.region === null || b.region === null || a.region === b.region) return false;
  const list = currentIsoCodes(regions, a.country);
  return list === null ? isIsoRegion(a.region) && isIsoRegion(b.region) : list.has(a.region) && list.has(b.region);
}
