import { contractError } from '../contract/errors.ts';
import type { FederationCountry } from '../federation/read-countries.ts';

/**
 * The countries of the given codes; all members when no codes are given.
 * Errors  COUNTRY_UNKNOWN, with the members, for a code that is not one of them
 */
export function assertMembers(codes: readonly string[] | null | undefined, countries: readonly FederationCountry[]): FederationCountry[] {
  const accepted = countries.map(({ country }) => country);
  const unknown = codes?.find((code) => !accepted.includes(code));
  if (unknown !== undefined) throw contractError('COUNTRY_UNKNOWN', { value: unknown, accepted });
  return countries.filter(({ country }) => codes == null || codes.includes(country));
}
