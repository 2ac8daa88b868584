import pLimit from 'p-limit';
import type { FederationCountry } from '../../federation/read-countries.ts';
import { askCountries } from '../ask/ask-countries.ts';
import { isAway, type Outcome, type Outcomes } from '../ask/outcome.ts';
import { copyLifetimeMs } from '../last-known/copy-lifetime.ts';
import type { Asking } from '../lists/ask-all-rows.ts';
import { type CountryFacts, readCountryFacts } from './country-facts.ts';
import { type FeedHead, feedHeadQuestion, lastInstant, readFeedHead } from './feed-head.ts';

/** What is kept of one country. */
interface Kept {
  readonly head: FeedHead;
  readonly facts: CountryFacts;
  /** When the country last said that nothing had changed since, RFC 3339. */
  readonly confirmedAt: string;
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
/** As many countries are read at once as are asked at once. */
const READ_AT_ONCE = 16;

/** Keeps the facts of every country, and asks a country for them again only when its feed of changes has moved. */
export class KnowledgeKeeper {
  readonly #kept = new Map<string, Kept>();
  readonly #readings = new Map<string, Promise<Outcome>>();
  readonly #turn = pLimit(READ_AT_ONCE);
  /** Apart from readings: who waits for one holds no place that it needs. */
  readonly #headTurn = pLimit(READ_AT_ONCE);
  readonly #now: () => Date;
  readonly #mayStandIn: boolean;
  #copies = 0;

  /** `mayStandIn`: whether what is kept may stand in for a country that is away. */
  constructor(now: () => Date, mayStandIn: boolean) {
    this.#now = now;
    this.#mayStandIn = mayStandIn;
  }

  /**
   * The facts of the countries: one small question to each whether anything changed, and all its lists where something did.
   * Shape   countries, how to ask -> facts of those that answered in time, outcome of each
   */
  async know(countries: readonly FederationCountry[], asking: Asking): Promise<Known> {
    const ends = await Promise.all(countries.map((country) => this.#knowOne(country, asking)));
    const outcomes = new Map(countries.map(({ country }, index) => [country, this.#orKept(country, ends[index], asking)]));
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

  /** Each country by itself from the first question to the last row: one that hangs keeps nobody waiting. */
  async #knowOne(country: FederationCountry, asking: Asking): Promise<Outcome> {
    const begun = performance.now();
    const timeLeftMs = (): number => Math.max(0, asking.countryTimeoutMs - (performance.now() - begun));
    const since = this.#kept.get(country.country)?.head.instant ?? null;
    const head = await this.#headTurn(() => this.#askHead(country, since, { ...asking, countryTimeoutMs: timeLeftMs() }));
    if (!this.#hasMoved(country.country, head)) return head;
    const outcome = await inTime(this.#readingOf(country, asking), timeLeftMs());
    // A reading that others had begun may be older than what this question saw: once more, and it is not.
    const isOlder = outcome.kind === 'answered' && this.#isBehind(country.country, head);
    return isOlder ? inTime(this.#readingOf(country, asking), timeLeftMs()) : outcome;
  }

  /** The outcome, or what is kept of a country that is away, while its terms allow that. */
  #orKept(country: string, outcome: Outcome = { kind: 'unavailable' }, { watch }: Asking): Outcome {
    const kept = this.#kept.get(country);
    if (kept === undefined) return outcome;
    if (outcome.kind === 'answered') {
      this.#kept.set(country, { ...kept, confirmedAt: this.#now().toISOString() });
      return outcome;
    }
    const ageMs = this.#now().getTime() - Date.parse(kept.confirmedAt);
    const isAllowed = isAway(outcome) && ageMs <= copyLifetimeMs(watch.knowledgeOf(country).lastKnownFor);
    return isAllowed && this.#mayStandIn ? { kind: 'answered', door: {}, asOf: kept.confirmedAt } : outcome;
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

  /** Reads a country anew; whoever asks while it is being read waits for the same reading. */
  #readingOf(country: FederationCountry, asking: Asking): Promise<Outcome> {
    const running = this.#readings.get(country.country);
    if (running !== undefined) return running;
    const reading = this.#turn(() => this.#read(country, { ...asking, countryTimeoutMs: READING_MS })).finally(
      () => void this.#readings.delete(country.country),
    );
    this.#readings.set(country.country, reading);
    return reading;
  }

  /** Each country by itself: a slow one keeps nobody waiting. */
  async #read(country: FederationCountry, asking: Asking): Promise<Outcome> {
    // The head is read before the lists: what is published meanwhile is then seen as a move by the next question.
    const last = await this.#askHead(country, null, asking);
    if (last.kind !== 'answered') return last;
    const instant = lastInstant(last.door);
    const counted = instant === null ? last : await this.#askHead(country, instant, asking);
    if (counted.kind !== 'answered') return counted;
    // A feed that goes on under our eyes has no head to keep: a number that no feed has makes the next question read again.
    const head = readFeedHead(counted.door, instant) ?? { instant, changes: -1 };
    const { outcome, facts } = await readCountryFacts(country, asking);
    if (facts !== null) this.#kept.set(country.country, { head, facts, confirmedAt: this.#now().toISOString(), copy: (this.#copies += 1) });
    return outcome;
  }

  async #askHead(country: FederationCountry, since: string | null, asking: Asking): Promise<Outcome> {
    const { client, requestId, countryTimeoutMs: timeoutMs, watch } = asking;
    const outcomes = await askCountries([[country, feedHeadQuestion(since)]], {
      client,
      requestId,
      timeoutMs,
      notice: watch.notice.bind(watch),
    });
    return outcomes.get(country.country) ?? { kind: 'unavailable' };
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
