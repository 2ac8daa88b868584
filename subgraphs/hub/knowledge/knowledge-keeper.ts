import pLimit from 'p-limit';
import type { FederationCountry } from '../../federation/read-countries.ts';
import { askCountries } from '../ask/ask-countries.ts';
import { Tally } from '../../../http/metrics/tally.ts';
import { isAway, type Outcome, type Outcomes } from '../ask/outcome.ts';
import { noteRevision } from '../ask/note-revision.ts';
import { copyLifetimeMs } from '../last-known/copy-lifetime.ts';
import type { Asking } from '../lists/ask-all-rows.ts';
import type { HubContext } from '../request-context.ts';
import type { NetworkWatch } from '../status/network-watch.ts';
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

/** What asking for knowledge takes of a request. */
export type Knowing = Omit<Asking, 'notice'> & Pick<HubContext, 'watch' | 'revisions'>;

/** How asking one country ended, and its facts where there are any; the revision of the outcome is theirs, or older. */
type Told = { readonly outcome: Outcome; readonly kept?: Kept };

/** Longest reading of one country in the background: a large country is known for the next question, when this one cannot wait. */
const READING_MS = 60_000;
/** As many countries are read at once as are asked at once. */
const READ_AT_ONCE = 16;

/** Keeps the facts of every country, and asks a country for them again only when its feed of changes has moved. */
export class KnowledgeKeeper {
  readonly #kept = new Map<string, Kept>();
  readonly #readings = new Map<string, Promise<Told>>();
  readonly #turn = pLimit(READ_AT_ONCE);
  /** Apart from readings: who waits for one holds no place that it needs. */
  readonly #headTurn = pLimit(READ_AT_ONCE);
  readonly #now: () => Date;
  readonly #mayStandIn: boolean;
  #copies = 0;
  /** Kept facts that stood in for a country that was away, by country. */
  readonly standIns = new Tally<string>();

  /** `mayStandIn`: whether what is kept may stand in for a country that is away. */
  constructor(now: () => Date, mayStandIn: boolean) {
    this.#now = now;
    this.#mayStandIn = mayStandIn;
  }

  /**
   * The facts of the countries: one small question to each whether anything changed, and all its lists where something did.
   * Shape   countries, how to ask -> facts of those that answered in time, outcome of each
   */
  async know(countries: readonly FederationCountry[], { watch, revisions, ...request }: Knowing): Promise<Known> {
    // A reading serves whoever waits for it, and what its pages were made of is no request's own.
    const asking: Asking = { ...request, notice: watch.notice.bind(watch) };
    const ends = await Promise.all(countries.map((country) => this.#knowOne(country, asking)));
    const outcomes = new Map<string, Outcome>();
    const kept: [string, Kept][] = [];
    for (const [index, { country }] of countries.entries()) {
      const end = ends[index] ?? { outcome: { kind: 'unavailable' } };
      const told = 'kept' in end ? end : this.#keptFor(country, end.outcome, watch);
      outcomes.set(country, told.outcome);
      noteRevision(revisions, country, told.outcome);
      if ('kept' in told) kept.push([country, told.kept]);
    }
    return {
      facts: new Map(kept.map(([country, { facts }]) => [country, facts])),
      outcomes,
      revision: kept.map(([country, { copy }]) => `${country}${copy}`).join(' '),
    };
  }

  /** When each country whose facts are kept last said that they are still so, by country. */
  confirmedAt(): [string, Date][] {
    return [...this.#kept].map(([country, { confirmedAt }]) => [country, new Date(confirmedAt)]);
  }

  /** Each country by itself from the first question to the last row: one that hangs keeps nobody waiting. */
  async #knowOne(country: FederationCountry, asking: Asking): Promise<Told> {
    const begun = performance.now();
    const timeLeftMs = (): number => Math.max(0, asking.countryTimeoutMs - (performance.now() - begun));
    const since = this.#kept.get(country.country)?.head.instant ?? null;
    const head = await this.#headTurn(() => this.#askHead(country, since, { ...asking, countryTimeoutMs: timeLeftMs() }));
    const confirmed = this.#confirm(country.country, head);
    if (confirmed !== null) return { outcome: head, kept: confirmed };
    if (head.kind !== 'answered') return { outcome: head };
    const told = await inTime(this.#readingOf(country, asking), timeLeftMs());
    // A reading that others had begun may be older than what this question saw: once more, and it is not.
    const isOlder = 'kept' in told && isBehind(told.kept, head);
    return isOlder ? inTime(this.#readingOf(country, asking), timeLeftMs()) : told;
  }

  /** What is kept of a country that is away, while its terms allow that. */
  #keptFor(country: string, outcome: Outcome, watch: NetworkWatch): Told {
    const kept = this.#kept.get(country);
    if (kept === undefined || !isAway(outcome) || !this.#mayStandIn) return { outcome };
    const ageMs = this.#now().getTime() - Date.parse(kept.confirmedAt);
    if (ageMs > copyLifetimeMs(watch.knowledgeOf(country).lastKnownFor)) return { outcome };
    this.standIns.add(country);
    return { outcome: { kind: 'answered', door: {}, asOf: kept.confirmedAt, revision: null }, kept };
  }

  /** What is kept of a country, if the head of its feed stands where it stood; null: it moved, or nothing is kept, or it did not answer. */
  #confirm(country: string, outcome: Outcome): Kept | null {
    const kept = this.#kept.get(country);
    if (kept === undefined || outcome.kind !== 'answered') return null;
    const head = readFeedHead(outcome.door, kept.head.instant);
    if (head === null || head.instant !== kept.head.instant || head.changes !== kept.head.changes) return null;
    const confirmed: Kept = { ...kept, confirmedAt: this.#now().toISOString() };
    this.#kept.set(country, confirmed);
    return confirmed;
  }

  /** Reads a country anew; whoever asks while it is being read waits for the same reading. */
  #readingOf(country: FederationCountry, asking: Asking): Promise<Told> {
    const running = this.#readings.get(country.country);
    if (running !== undefined) return running;
    const reading = this.#turn(() => this.#read(country, { ...asking, countryTimeoutMs: READING_MS })).finally(
      () => void this.#readings.delete(country.country),
    );
    this.#readings.set(country.country, reading);
    return reading;
  }

  /** Each country by itself: a slow one keeps nobody waiting. */
  async #read(country: FederationCountry, asking: Asking): Promise<Told> {
    // The head is read before the lists: what is published meanwhile is then seen as a move by the next question, and the revision is too old for it.
    const last = await this.#askHead(country, null, asking);
    if (last.kind !== 'answered') return { outcome: last };
    const instant = lastInstant(last.door);
    const counted = instant === null ? last : await this.#askHead(country, instant, asking);
    if (counted.kind !== 'answered') return { outcome: counted };
    // A feed that goes on under our eyes has no head to keep: a number that no feed has makes the next question read again.
    const head = readFeedHead(counted.door, instant) ?? { instant, changes: -1 };
    const { outcome, facts } = await readCountryFacts(country, asking);
    if (facts === null) return { outcome };
    const kept: Kept = { head, facts, confirmedAt: this.#now().toISOString(), copy: (this.#copies += 1) };
    this.#kept.set(country.country, kept);
    return { outcome: counted, kept };
  }

  async #askHead(country: FederationCountry, since: string | null, asking: Asking): Promise<Outcome> {
    const { client, requestId, countryTimeoutMs: timeoutMs, notice } = asking;
    const outcomes = await askCountries([[country, feedHeadQuestion(since)]], {
      client,
      requestId,
      timeoutMs,
      notice,
    });
    return outcomes.get(country.country) ?? { kind: 'unavailable' };
  }
}

/** Whether the feed that was seen goes on behind what is kept. */
function isBehind({ head }: Kept, outcome: Outcome): boolean {
  const seen = outcome.kind === 'answered' ? lastInstant(outcome.door) : null;
  return seen !== null && (head.instant ?? '') < seen;
}

/** How a reading ended, or that it takes longer than the asker can wait; it goes on all the same. */
async function inTime(reading: Promise<Told>, timeoutMs: number): Promise<Told> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Told>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: { kind: 'timedOut' } }), timeoutMs);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
