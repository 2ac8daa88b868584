import { readDoor } from '../read-door.ts';
import type { FindAffected } from './breaking-changes.ts';
import type { Finding } from './finding.ts';
import { sdlPlaces } from './sdl-places.ts';

/**
 * What every other country declares and this one does not: the hub passes a client's selection on to all countries, and one that lacks a
 * field of it answers nothing at all.
 * Shape   this country's text, the other countries' texts, who asks for a place -> one finding per missing place
 * Errors  SDL_INVALID, DOOR_INVALID
 */
export function contractFields(sdl: string, others: readonly string[], findAffected: FindAffected): Finding[] {
  const [first, ...rest] = others.map(sharedPlaces);
  if (first === undefined) return [];
  const own = sharedPlaces(sdl);
  const missing = [...first].filter((place) => rest.every((places) => places.has(place)) && !own.has(place));
  // A missing type is one finding, not one for each of its fields.
  const outermost = missing.filter((place) => !missing.some((above) => place !== above && isIn(place, above)));
  return outermost.map((where) => ({
    check: 'contract-fields',
    where,
    message:
      'every other country declares it and this one does not; it serves an older contract, and a question that names it gets nothing from here',
    affects: findAffected(where.replace(/\((\w+):\)$/, '.$1'), where),
  }));
}

const isIn = (place: string, above: string): boolean => place.startsWith(`${above}.`) || place.startsWith(`${above}(`);

/** The places that countries have in common; the door's own names are each country's. */
function sharedPlaces(sdl: string): Set<string> {
  const door = readDoor(sdl);
  const places = sdlPlaces(sdl).map(({ where }) => where);
  return new Set(
    places.filter((where) => ![door?.typeName, 'Query'].some((own) => own !== undefined && (where === own || isIn(where, own)))),
  );
}
