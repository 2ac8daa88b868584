import type { FederationCountry } from '../../federation/read-countries.ts';
import type { CountryClient, DoorQuestion } from './country-client.ts';
import type { Outcome, Outcomes } from './outcome.ts';

export interface AskCountriesOptions {
  readonly client: CountryClient;
  readonly requestId: string;
  readonly timeoutMs: number;
  /** Told how each asking ended: the state of the networks is learned by the way. */
  readonly notice: (country: string, outcome: Outcome) => void;
}

/**
 * Asks several countries at once, one request each; the slowest takes nobody with it beyond the deadline.
 * Shape   country -> question -> outcome by country
 */
export async function askCountries(
  questions: readonly (readonly [FederationCountry, DoorQuestion])[],
  { client, requestId, timeoutMs, notice }: AskCountriesOptions,
): Promise<Outcomes> {
  const asked = questions.map(async ([country, question]) => {
    const outcome = await client.ask(country, question, { requestId, timeoutMs });
    notice(country.country, outcome);
    return [country.country, outcome] as const;
  });
  return new Map(await Promise.all(asked));
}
