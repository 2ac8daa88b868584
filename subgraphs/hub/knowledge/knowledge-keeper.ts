import type { FederationCountry } from '../../federation/read-countries.ts';
import { askCountries } from '../ask/ask-countries.ts';
import type { Outcome, Outcomes } from '../ask/outcome.ts';
import type { Asking } from '../lists/ask-all-rows.ts';
import { type CountryFacts, readCountryFacts } from './country-facts.ts';
import { type FeedHead, feedHeadQuestion, lastInstant, readFeedHead } from './feed-head.ts';

/** What is kept of one country. */
interface Kept {
  readonly head: FeedHead;
  readonly facts: CountryFacts;
  /** Number of this copy: another one has another number. */
  readonly copy: number;
}

/** The facts of the countries that answered just now. */
export interface Known {
  readonly facts: ReadonlyMap<string, CountryFacts>;
  readonly outcomes: Outcomes;
  /** Equal texts stand for equal facts of equal countries. */
  readonly revision: string;
}

/** Longest reading of one country in the background: a large country is known for the next question, when this one cannot wait. */
const READING_MS = 60_000;

/** Keeps the facts of every country, and asks a country for them again only when its feed of changes has moved. */
export class KnowledgeKeeper {
  readonly #kept = new Map<string, Kept>();
  readonly #readings = new Map<string, Promise<Outcome>>();
  #copies = 0;

  /**
   * The facts of the countries: one small question to each whether anything changed, and all its lists where something did.
   * Shape   countries, how to ask -> facts of those that answered in time, outcome of each
   */
  async know(countries: readonly FederationCountry[], asking: Asking): Promise<Known> {
    const begun = performance.now();
    const heads = await this.#askHeads(countries, asking);
    const outcomes = new Map<string, Outcome>(heads);
    const timeLeftMs = (): number => Math.max(0, asking.countryTimeoutMs - (performance.now() - begun));
    const readAnew = async (moved: readonly FederationCountry[]): Promise<void> => {
      const readings = this.#read(moved, asking);
      await Promise.all([...readings].map(async ([country, reading]) => void outcomes.set(country, await inTime(reading, timeLeftMs()))));
    };
    await readAnew(countries.filter(({ country }) => this.#hasMoved(country, heads.get(country))));
    // A reading that others had begun may be older than what this question saw: once more, and it is not.
    await readAnew(
      countries.filter(({ country }) => outcomes.get(country)?.kind === 'answered' && this.#isBehind(country, heads.get(country))),
    );
    const answered = countries.filter(({ country }) => outcomes.get(country)?.kind === 'answered');
    const kept = answered.flatMap(({ country }): [string, Kept][] => {
      const copy = this.#kept.get(country);
      return copy === undefined ? [] : [[country, copy]];
    });
    return {
      facts: new Map(kept.map(([country, { facts }]) => [country, facts])),
      outcomes,
      revision: kept.map(([country, { copy }]) => `${country}${copy}`).join(' '),
    };
  }

  #askHeads(countries: readonly FederationCountry[], { client, requestId, countryTimeoutMs, watch }: Asking): Promise<Outcomes> {
    return askCountries(
      countries.map((country) => [country, feedHeadQuestion(this.#kept.get(country.country)?.head.instant ?? null)] as const),
      { client, requestId, timeoutMs: countryTimeoutMs, notice: watch.notice.bind(watch) },
    );
  }

  #hasMoved(country: string, outcome: Outcome | undefined): boolean {
    if (outcome?.kind !== 'answered') return false;
    const kept = this.#kept.get(country)?.head;
    const head = kept === undefined ? null : readFeedHead(outcome.door, kept.instant);
    return kept === undefined || head === null || head.instant !== kept.instant || head.changes !== kept.changes;
  }

  /** Whether the feed that was seen goes on behind what is kept. */
  #isBehind(country: string, outcome: Outcome | undefined): boolean {
    const seen = outcome?.kind === 'answered' ? lastInstant(outcome.door) : null;
    const kept = this.#kept.get(country)?.head.instant ?? '';
    return seen !== null && kept < seen;
  }

  /** Reads countries anew; whoever asks while one is being read waits for the same reading. */
  #read(countries: readonly FederationCountry[], asking: Asking): ReadonlyMap<string, Promise<Outcome>> {
    const fresh = countries.filter(({ country }) => !this.#readings.has(country));
    const reading = this.#readAll(fresh, { ...asking, countryTimeoutMs: READING_MS });
    for (const { country } of fresh) {
      const ended = reading
        .then((outcomes) => outcomes.get(country) ?? ({ kind: 'unavailable' } as const))
        .finally(() => void this.#readings.delete(country));
      this.#readings.set(country, ended);
    }
    return new Map(countries.map(({ country }) => [country, this.#readings.get(country) ?? Promise.resolve({ kind: 'unavailable' })]));
  }

  async #readAll(countries: readonly FederationCountry[], asking: Asking): Promise<Outcomes> {
    if (countries.length === 0) return new Map();
    // The head is read before the lists: what is published meanwhile is then seen as a move by the next question.
    const heads = await this.#readHeads(countries, asking);
    const withHead = countries.filter(({ country }) => heads.heads.has(country));
    const { facts, outcomes } = await readCountryFacts(withHead, asking);
    for (const [country, own] of facts) {
      const head = heads.heads.get(country);
      if (head !== undefined) this.#kept.set(country, { head, facts: own, copy: (this.#copies += 1) });
    }
    return new Map([...heads.outcomes, ...outcomes]);
  }

  async #readHeads(countries: readonly FederationCountry[], { client, requestId, countryTimeoutMs, watch }: Asking) {
    const options = { client, requestId, timeoutMs: countryTimeoutMs, notice: watch.notice.bind(watch) };
    const lasts = await askCountries(
      countries.map((country) => [country, feedHeadQuestion(null)] as const),
      options,
    );
    const instants = new Map(
      [...lasts].flatMap(([country, last]) => (last.kind === 'answered' ? [[country, lastInstant(last.door)]] : [])),
    );
    const counted = await askCountries(
      countries.flatMap((country) => {
        const instant = instants.get(country.country);
        return instant == null ? [] : [[country, feedHeadQuestion(instant)] as const];
      }),
      options,
    );
    const heads = new Map<string, FeedHead>();
    for (const [country, instant] of instants) {
      const outcome = counted.get(country);
      if (instant === null) heads.set(country, { instant, changes: 0 });
      // A feed that goes on under our eyes has no head to keep: a number that no feed has makes the next question read again.
      else if (outcome?.kind === 'answered') heads.set(country, readFeedHead(outcome.door, instant) ?? { instant, changes: -1 });
    }
    return { heads, outcomes: new Map([...lasts, ...counted]) };
  }
}

/** How a reading ended, or that it takes longer than the asker can wait; it goes on all the same. */
async function inTime(reading: Promise<Outcome>, timeoutMs: number): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'timedOut' }), timeoutMs);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
