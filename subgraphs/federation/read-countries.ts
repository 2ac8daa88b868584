import { FederationError } from './federation-error.ts';
import { type Door, readDoor } from './read-door.ts';
import { readRoverConfig } from './rover-config.ts';

/** A country of the federation: its door, the subgraph it stands in and where that answers. */
export interface FederationCountry extends Door {
  readonly subgraph: string;
  readonly routingUrl: string;
}

// The one member that is no country; its own text may not exist yet while it is being emitted from the countries' texts.
const hub = 'hub';

/**
 * All countries of the federation, read from the member list and the members' texts; members without a door are no countries.
 * Shape   member list's path, routing URLs that replace its own -> countries sorted by code
 * Errors  those of readRoverConfig and readDoor; COUNTRY_TWICE when two members claim one code
 */
export function readCountries(roverFile: string, routingUrls: Readonly<Record<string, string>> = {}): FederationCountry[] {
  const countries = readRoverConfig(roverFile, routingUrls).flatMap(({ name, routingUrl, schemaFile, readSdl }): FederationCountry[] => {
    const door = name === hub ? null : readDoor(readSdl(), schemaFile ?? `${roverFile}: subgraphs.${name}.schema.sdl`);
    return door ? [{ subgraph: name, ...door, routingUrl }] : [];
  });
  countries.sort((a, b) => (a.country < b.country ? -1 : 1));
  for (const [index, country] of countries.entries()) {
    const before = countries[index - 1];
    if (before?.country === country.country) {
      throw new FederationError(
        'COUNTRY_TWICE',
        `${roverFile}: ${before.subgraph} and ${country.subgraph} both claim ${country.country}; ` +
          'one of the two would never be asked, and nothing would say so',
      );
    }
  }
  return countries;
}
