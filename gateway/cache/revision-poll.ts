import type { Logger } from 'pino';
import { Agent, request } from 'undici';
import { errorFacts } from '../../http/error-facts.ts';
import { isRecord } from '../../http/is-record.ts';
import type { CurrentRevisions } from './current-revisions.ts';
import { readRevisions, type Revisions } from './revision-header.ts';

/** Where a subgraph is, and whose data it may speak of: a country of its own alone, another subgraph of everything but countries. */
export interface RevisionSource {
  readonly subgraph: string;
  /** The address of its GraphQL endpoint. */
  readonly url: string;
  readonly country: string | null;
}

export interface RevisionPollOptions {
  readonly current: CurrentRevisions;
  /** Pause between two questions to one subgraph. */
  readonly everyMs: number;
  /** How long an answer to it counts, from when it was asked. */
  readonly holdsMs: number;
  readonly now: () => number;
  readonly log: Logger;
}

/** Nobody asked for that long: the subgraphs are left in peace until somebody does. */
const IDLE_MS = 60_000;
const MAX_PAUSE_MS = 5_000;
const MAX_BYTES = 10_000;

interface Polled extends RevisionSource {
  /** Null: it has no address of HTTP. */
  readonly at: string | null;
  isUnderWay: boolean;
  failures: number;
  notBeforeMs: number;
}

/**
 * Asks subgraphs for their current revision, by one connection each that their queries cannot fill up. Only those are asked on which a kept
 * answer rests, and only while answers are asked for. One that fails is asked less often.
 * Errors  none: a revision that cannot be had is not current
 */
export class RevisionPoll {
  readonly #options: RevisionPollOptions;
  readonly #connections = new Agent({ connections: 1, pipelining: 1 });
  /** The subgraphs that are asked. */
  readonly #wanted = new Set<string>();
  /** Which subgraph tells the revision of what is no country's. */
  readonly #tellers = new Map<string, string>();
  #sources = new Map<string, Polled>();
  #timer: NodeJS.Timeout | null = null;
  #lastUseMs = 0;
  #isClosed = false;

  constructor(options: RevisionPollOptions) {
    this.#options = options;
  }

  /** Follows the subgraphs of another supergraph; those that are the same are still asked. */
  follow(sources: Iterable<RevisionSource>): void {
    this.#sources = new Map(
      [...sources].map((source) => [
        source.subgraph,
        { ...source, at: besides(source.url), isUnderWay: false, failures: 0, notBeforeMs: 0 },
      ]),
    );
  }

  /**
   * Reads what an answer of a subgraph says of revisions. Where it is another one than the confirmed, what is kept is in doubt, and the subgraph is asked at once.
   * Shape   the header -> revisions; null when there are none, or a country speaks of another's data
   */
  hear(subgraph: string, header: string | undefined): Revisions | null {
    const revisions = readRevisions(header);
    const source = this.#sources.get(subgraph);
    if (revisions === null || source === undefined) return null;
    for (const [name, revision] of revisions) {
      if (source.country !== null && name !== source.country) return null;
      // What the hub says of a country is what it saw of it last: the country itself knows better.
      if (!this.#maySpeakOf(source.country, name)) continue;
      if (source.country === null) this.#tellers.set(name, subgraph);
      if (this.#options.current.doubt(name, revision)) void this.#ask(source);
    }
    return revisions;
  }

  /** Says that an answer which rests on these revisions may be wanted again; asks at once those who tell them and were not asked yet. */
  want(revisions: Revisions): void {
    for (const name of revisions.keys()) {
      const teller = this.#tellerOf(name) ?? this.#sources.get(this.#tellers.get(name) ?? '');
      if (teller === undefined || this.#wanted.has(teller.subgraph)) continue;
      this.#wanted.add(teller.subgraph);
      void this.#ask(teller);
    }
  }

  /** Says that somebody asked for an answer. */
  use(): void {
    this.#lastUseMs = this.#options.now();
    if (this.#timer === null && this.#wanted.size > 0 && !this.#isClosed)
      this.#timer = setInterval(() => this.#round(), this.#options.everyMs).unref();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#connections.destroy();
  }

  #tellerOf(country: string): Polled | undefined {
    for (const source of this.#sources.values()) if (source.country === country) return source;
    return undefined;
  }

  #round(): void {
    const now = this.#options.now();
    if (now - this.#lastUseMs > IDLE_MS) {
      if (this.#timer !== null) clearInterval(this.#timer);
      this.#timer = null;
      return;
    }
    for (const subgraph of this.#wanted) {
      const source = this.#sources.get(subgraph);
      if (source !== undefined && source.notBeforeMs <= now) void this.#ask(source);
    }
  }

  async #ask(source: Polled): Promise<void> {
    if (source.at === null || source.isUnderWay || this.#isClosed) return;
    source.isUnderWay = true;
    const { now, everyMs, current, log } = this.#options;
    const askedAtMs = now();
    try {
      for (const [name, revision] of await this.#read(source, source.at)) current.confirm(name, revision, askedAtMs);
      source.failures = 0;
    } catch (error) {
      source.failures += 1;
      source.notBeforeMs = askedAtMs + Math.min(MAX_PAUSE_MS, everyMs * 2 ** Math.min(10, source.failures));
      if (source.failures === 1 && !this.#isClosed)
        log.warn({ subgraph: source.subgraph, reason: reasonOf(error) }, 'a subgraph does not tell its revision; its answers are not kept');
    } finally {
      source.isUnderWay = false;
    }
  }

  async #read({ country }: Polled, at: string): Promise<[string, string][]> {
    const { statusCode, body } = await request(at, {
      dispatcher: this.#connections,
      headers: { accept: 'application/json' },
      // Later it would confirm nothing any more.
      signal: AbortSignal.timeout(this.#options.holdsMs),
    });
    let text = '';
    for await (const chunk of body.setEncoding('utf8')) {
      text += String(chunk);
      if (text.length > MAX_BYTES) throw new Error(`more than ${MAX_BYTES} characters`);
    }
    const told = statusCode === 200 ? (JSON.parse(text) as unknown) : null;
    if (!isRecord(told)) throw new Error(`status ${statusCode}`);
    return Object.entries(told).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && this.#maySpeakOf(country, entry[0]),
    );
  }

  #maySpeakOf(country: string | null, name: string): boolean {
    return country === null ? this.#tellerOf(name) === undefined : name === country;
  }
}

/** The address beside the GraphQL endpoint; null for what is no address of HTTP. */
function besides(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const at = new URL('revision', url);
  return at.protocol === 'http:' || at.protocol === 'https:' ? at.href : null;
}

function reasonOf(error: unknown): string {
  const { code, message } = errorFacts(error);
  return `${code} ${message}`.trim();
}
