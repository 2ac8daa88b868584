import type { Logger } from 'pino';
import type { FederationCountry } from '../../federation/read-countries.ts';
import type { Database } from '../../storage/open-database.ts';
import type { CountryClient } from '../ask/country-client.ts';
import type { Outcome } from '../ask/outcome.ts';
import type { HubTables } from '../tables.ts';
import { NetworkObservationRow } from './network-observation-row.ts';

/** What the hub knows of one network. */
export interface NetworkKnowledge {
  /** Null: not looked yet. */
  readonly isUp: boolean | null;
  readonly lastPublishedAt: string | null;
  readonly expectedEvery: string | null;
  readonly contractVersion: string | null;
  /** How long others may show a copy of what it answered, as an ISO 8601 duration. Null: not at all, or never heard. */
  readonly lastKnownFor: string | null;
}

const NOTHING_KNOWN: NetworkKnowledge = {
  isUp: null,
  lastPublishedAt: null,
  expectedEvery: null,
  contractVersion: null,
  lastKnownFor: null,
};
const PROBE_TIMEOUT_MS = 2_000;
const PROBE_EVERY_MS = 30_000;
/** A network that is away is looked at more often, so that its return is seen soon. */
const PROBE_AWAY_EVERY_MS = 1_000;
/** How long a question for the state waits for a fresh look; a network that hangs costs no more than this. */
const FRESH_LOOK_MS = 300;

/** What the hub asks of a door to know its state. */
export const STATUS_FIELDS = 'lastPublishedAt contractVersion sharing { refreshRhythm lastKnownFor }';

/** Looks at every network in the background, and learns from every question that the hub asks anyway. */
export class NetworkWatch {
  readonly #countries: readonly FederationCountry[];
  readonly #client: CountryClient;
  readonly #database: Database<HubTables>;
  readonly #log: Logger;
  readonly #now: () => Date;
  readonly #known = new Map<string, NetworkKnowledge>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #looks = new Map<string, Promise<void>>();
  #isStopped = false;

  /** Told of each country that published, corrected or withdrew something since it was last looked at, or no longer lets copies be shown. */
  onMoved: (country: string) => void = () => undefined;

  constructor(countries: readonly FederationCountry[], client: CountryClient, database: Database<HubTables>, now: () => Date, log: Logger) {
    this.#countries = countries;
    this.#client = client;
    this.#database = database;
    this.#now = now;
    this.#log = log;
  }

  /** Recalls what was heard before, and begins to look. */
  async start(): Promise<void> {
    const rows = await this.#database.read.selectFrom('network_observation').selectAll().execute();
    for (const row of rows) {
      const { last_published_at: lastPublishedAt, expected_every: expectedEvery } = row;
      const { contract_version: contractVersion, last_known_for: lastKnownFor } = row;
      this.#known.set(row.country, { isUp: null, lastPublishedAt, expectedEvery, contractVersion, lastKnownFor });
    }
    for (const country of this.#countries) void this.#look(country);
  }

  /** What is known of a network now; never waits. */
  knowledgeOf(country: string): NetworkKnowledge {
    return this.#known.get(country) ?? NOTHING_KNOWN;
  }

  /** Looks at the networks once more, but waits only briefly: what is known by then has to do. */
  async refresh(countries: readonly FederationCountry[]): Promise<void> {
    const looks = Promise.all(countries.map((country) => this.#look(country)));
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([looks, new Promise((resolve) => (timer = setTimeout(resolve, FRESH_LOOK_MS)))]);
    clearTimeout(timer);
  }

  /** Learns from how a question ended. A refusal is an answer: the network is there. */
  notice(country: string, outcome: Outcome): void {
    const before = this.knowledgeOf(country);
    const isUp = outcome.kind === 'answered' || outcome.kind === 'refused';
    this.#known.set(country, { ...before, isUp });
    if (before.isUp !== isUp) this.#log.info({ country, isUp, outcome: outcome.kind }, isUp ? 'a network answers' : 'a network is away');
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.all(this.#looks.values());
  }

  /** One look at a time: whoever asks meanwhile waits for the same. */
  #look(country: FederationCountry): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    const running = this.#looks.get(country.country);
    if (running) return running;
    clearTimeout(this.#timers.get(country.country));
    const look = this.#probe(country).finally(() => {
      this.#looks.delete(country.country);
      this.#planNext(country);
    });
    this.#looks.set(country.country, look);
    return look;
  }

  #planNext(country: FederationCountry): void {
    if (this.#isStopped) return;
    const pause = this.knowledgeOf(country.country).isUp ? PROBE_EVERY_MS : PROBE_AWAY_EVERY_MS;
    const timer = setTimeout(() => void this.#look(country), pause);
    timer.unref();
    this.#timers.set(country.country, timer);
  }

  async #probe(country: FederationCountry): Promise<void> {
    const question = { fields: STATUS_FIELDS, variables: [], values: {} };
    const outcome = await this.#client.ask(country, question, {
      requestId: `probe-${country.subgraph}`,
      timeoutMs: PROBE_TIMEOUT_MS,
      isProbe: true,
    });
    this.notice(country.country, outcome);
    if (outcome.kind !== 'answered') return;
    const { lastPublishedAt, contractVersion, sharing } = outcome.door;
    const before = this.knowledgeOf(country.country);
    const terms = sharing as { refreshRhythm?: unknown; lastKnownFor?: unknown } | null;
    const known: NetworkKnowledge = {
      isUp: true,
      lastPublishedAt: textOrNull(lastPublishedAt),
      contractVersion: textOrNull(contractVersion),
      expectedEvery: textOrNull(terms?.refreshRhythm),
      lastKnownFor: textOrNull(terms?.lastKnownFor),
    };
    this.#known.set(country.country, known);
    const hasMoved = before.lastPublishedAt !== null && before.lastPublishedAt !== known.lastPublishedAt;
    if (hasMoved || known.lastKnownFor === null) this.onMoved(country.country);
    if (JSON.stringify({ ...before, isUp: true }) !== JSON.stringify(known)) await this.#remember(country.country, known);
  }

  async #remember(country: string, { lastPublishedAt, expectedEvery, contractVersion, lastKnownFor }: NetworkKnowledge): Promise<void> {
    const row = { country, observedAt: this.#now().toISOString(), lastPublishedAt, expectedEvery, contractVersion, lastKnownFor };
    try {
      await this.#database.write((entityManager) => entityManager.upsert(NetworkObservationRow, row));
    } catch (error) {
      // What was heard still stands in memory; only a restart would forget it.
      this.#log.error({ country, cause: String(error) }, 'the state of a network could not be kept');
    }
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
