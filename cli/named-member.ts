import { readCountries } from '../subgraphs/federation/read-countries.ts';
import { readRoverConfig } from '../subgraphs/federation/rover-config.ts';
import { UserError } from './user-error.ts';

/**
 * The member that `--network` names: by its country's code, or by its own name, in capitals or not.
 * Shape   what was typed, path of the member list -> the member's name
 * Errors  UserError that lists what is accepted
 */
export function namedMember(network: string, config: string): string {
  const members = readRoverConfig(config).map(({ name }) => name);
  const countries = readCountries(config);
  const asked = network.toLowerCase();
  const named = members.find((name) => name === asked) ?? countries.find(({ country }) => country.toLowerCase() === asked)?.subgraph;
  if (named !== undefined) return named;
  const codes = new Map(countries.map(({ subgraph, country }) => [subgraph, country.toLowerCase()]));
  throw new UserError(`"${network}" is no network; accepted: ${members.map((name) => codes.get(name) ?? name).join(', ')}.`);
}
