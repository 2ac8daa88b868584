import type { FederationCountry } from '../../federation/read-countries.ts';
import type { CountryClient, DoorQuestion } from './country-client.ts';
import type { Outcome, Outcomes } from './outcome.ts';

export interface AskCountriesOptions {
  readonly client: CountryClient;
  readonly requestId: string;
  /** Milliseconds for all of them together; those that wait for their turn have what is left. */
  readonly timeoutMs: number;
  /** Whether last known copies may stand in for countries that are away. */
  readonly mayBeCopy?: boolean;
  /** Told how each asking ended. */
  readonly notice: (country: string, outcome: Outcome) => void;
}

/** More at once would hold sockets and memory for answers that cannot be merged yet. */
const AT_ONCE = 16;

/**
 * Asks several countries, one request each and at most 16 at a time; the slowest takes nobody with it beyond the deadline.
 * Shape   country -> question -> outcome by country
 */
export async function askCountries(
  questions: readonly (readonly [FederationCountry, DoorQuestion])[],
  { client, requestId, timeoutMs, notice, mayBeCopy = false }: AskCountriesOptions,
): Promise<Outcomes> {
  const begun = performance.now();
  const outcomes = new Map<string, Outcome>();
  const waiting = [...questions];
  const askNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [country, question] = next;
      const timeLeftMs = Math.floor(timeoutMs - (performance.now() - begun));
      const outcome: Outcome =
        timeLeftMs > 0 ? await client.ask(country, question, { requestId, timeoutMs: timeLeftMs, mayBeCopy }) : { kind: 'timedOut' };
      notice(country.country, outcome);
      outcomes.set(country.country, outcome);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, questions.length) }, askNext));
  return outcomes;
}
