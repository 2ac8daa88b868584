import { FederationError } from './federation-error.ts';
import { type Door, readDoor } from './read-door.ts';
import { readRoverConfig } from './rover-config.ts';

/** A country of the federation: its door, the subgraph it stands in and where that answers. */
export interface FederationCountry extends Door {
  readonly subgraph: string;
  readonly routingUrl: string;
  /** Its contract. */
  readonly sdl: string;
}

// The one member that is no country; its own text may not exist yet while it is being emitted from the countries' texts.
const hub = 'hub';

/**
 * All countries of the federation, read from the member list and the members' texts; members without a door are no countries.
 * Shape   member list's path, routing URLs that replace its own -> countries sorted by code
 * Errors  those of readRoverConfig and countriesIn
 */
export function readCountries(roverFile: string, routingUrls: Readonly<Record<string, string>> = {}): FederationCountry[] {
  const members = readRoverConfig(roverFile, routingUrls).filter(({ name }) => name !== hub);
  return countriesIn(members.map(({ name, routingUrl, readSdl }) => ({ name, routingUrl, sdl: readSdl() })));
}

/**
 * The countries among subgraphs whose texts are at hand.
 * Errors  those of readDoor; COUNTRY_TWICE when two members claim one code
 */
export function countriesIn(subgraphs: readonly { name: string; routingUrl: string; sdl: string }[]): FederationCountry[] {
  const countries = subgraphs.flatMap(({ name, routingUrl, sdl }): FederationCountry[] => {
    const door = readDoor(sdl, name);
    return door ? [{ subgraph: name, ...door, routingUrl, sdl }] : [];
  });
  countries.sort((a, b) => (a.country < b.country ? -1 : 1));
  for (const [index, country] of countries.entries()) {
    const before = countries[index - 1];
    if (before?.country === country.country) {
      const names = [before.subgraph, country.subgraph].sort().join(' and ');
      throw new FederationError(
        'COUNTRY_TWICE',
        `${names} both claim ${country.country}; one of the two would never be asked, and nothing would say so`,
      );
    }
  }
  return countries;
}
