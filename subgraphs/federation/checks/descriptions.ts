import type { Finding } from './finding.ts';
import { sdlPlaces } from './sdl-places.ts';

// Every subgraph adds its part to the root types, so no subgraph can say what the whole is.
const rootTypes = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Every type, field, argument, input field and enum value says what it is.
 * Shape   SDL -> one finding per place without a description
 * Errors  SDL_INVALID
 */
export function descriptions(sdl: string): Finding[] {
  return sdlPlaces(sdl)
    .filter(({ kind, name, isExtension }) => kind !== 'type' || !(isExtension || rootTypes.has(name)))
    .filter(({ description }) => !description?.trim())
    .map(({ where, kind }) => ({
      check: 'descriptions',
      where,
      message: `this ${kind} has no description; say what it is, its unit and what null means`,
    }));
}
