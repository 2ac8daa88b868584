import type { FederationCountry } from '../../federation/read-countries.ts';
import { assertMembers } from '../assert-members.ts';

/** The parts of a filter that tell which country a row can be of. */
export interface CountryFilter {
  readonly countries?: readonly string[] | null;
  readonly ids?: readonly string[] | null;
  readonly regions?: readonly string[] | null;
}

const ISO_REGION = /^([A-Z]{2})-/;

/**
 * The countries that a filter leaves: those it names, the owners of the ids it names, the countries of the ISO codes it names.
 * A country that cannot have a row is not asked.
 * Errors  COUNTRY_UNKNOWN for a named country that is no member
 */
export function askedCountries({ countries, ids, regions }: CountryFilter, members: readonly FederationCountry[]): FederationCountry[] {
  const owners = ids == null ? null : new Set(ids.map((id) => id.slice(0, 2).toUpperCase()));
  const codes = regions?.map((region) => ISO_REGION.exec(region)?.[1]);
  // A national code or an id tells nothing to the hub, so one of those leaves every country in.
  const ofRegions = codes == null || codes.includes(undefined) ? null : new Set(codes);
  return assertMembers(countries, members).filter(
    ({ country }) => (owners === null || owners.has(country)) && (ofRegions === null || ofRegions.has(country)),
  );
}
