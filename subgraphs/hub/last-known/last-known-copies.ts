import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Database } from '../../storage/open-database.ts';
import type { HubTables } from '../tables.ts';
import { copyLifetimeMs } from './copy-lifetime.ts';
import { LastKnownCopyRow } from './last-known-copy-row.ts';

/** What a country last answered to a question, and when that was true. */
export interface LastKnownCopy {
  /** The answer as it came: JSON text. */
  readonly answer: string;
  /** RFC 3339. */
  readonly asOf: string;
}

export interface LastKnownOptions {
  readonly database: Database<HubTables>;
  /** Size of what is kept, in characters, in memory as well as in the database; 0: nothing is kept. */
  readonly maxSize: number;
  readonly now: () => Date;
  /** `sharing.lastKnownFor` of a country, as the hub last heard it. */
  readonly lastKnownFor: (country: string) => string | null;
  readonly log: Logger;
}

interface Kept extends LastKnownCopy {
  readonly country: string;
}

/** 64 MB of text, about as many characters. */
export const LAST_KNOWN_SIZE = 64 * 1024 * 1024;
const WRITE_EVERY_MS = 5_000;

/** The last whole answers of the countries, by country and question. Keeping one costs a request nothing but memory: the database is written behind. */
export class LastKnownCopies {
  readonly #options: LastKnownOptions;
  /** By the question itself: a hash of each would cost every request. */
  readonly #copies: LRUCache<string, Kept> | null;
  /** What an earlier run of the hub kept, by hash. */
  #recalled = new Map<string, Kept>();
  readonly #unwritten = new Map<string, Kept>();
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: LastKnownOptions) {
    this.#options = options;
    const { maxSize } = options;
    this.#copies = maxSize === 0 ? null : new LRUCache({ maxSize, sizeCalculation: ({ answer }, key) => answer.length + key.length });
  }

  /** Recalls what was kept before the hub was restarted. */
  async start(): Promise<void> {
    if (this.#copies === null) return;
    const rows = await this.#options.database.read.selectFrom('last_known_copy').selectAll().execute();
    this.#recalled = new Map(
      rows.map(({ country, question, as_of: asOf, answer }) => [`${country} ${question}`, { country, asOf, answer }]),
    );
  }

  /** Keeps a whole answer. `question` is all that the answer depends on: the text of the query and its variables. */
  keep(country: string, question: string, answer: string): void {
    if (this.#copies === null || this.#lifetimeMs(country) === 0) return;
    const key = `${country} ${question}`;
    const kept: Kept = { country, answer, asOf: this.#options.now().toISOString() };
    this.#copies.set(key, kept);
    this.#unwritten.set(key, kept);
    this.#timer ??= setTimeout(() => void this.#write(), WRITE_EVERY_MS).unref();
  }

  /** The copy of an answer, while its owner's terms allow to show it; null: there is none. */
  find(country: string, question: string): LastKnownCopy | null {
    const kept = this.#copies?.get(`${country} ${question}`) ?? this.#recalled.get(`${country} ${hashOf(question)}`);
    if (kept === undefined) return null;
    const ageMs = this.#options.now().getTime() - Date.parse(kept.asOf);
    return ageMs <= this.#lifetimeMs(country) ? kept : null;
  }

  /** Forgets all copies of a country: it has published, corrected or withdrawn something since, or no longer allows them. */
  drop(country: string): void {
    if (this.#copies === null) return;
    for (const copies of [this.#copies, this.#recalled, this.#unwritten]) {
      for (const key of copies.keys()) if (key.startsWith(`${country} `)) copies.delete(key);
    }
    this.#queue(() => this.#options.database.write((entityManager) => entityManager.nativeDelete(LastKnownCopyRow, { country })));
  }

  /** Writes what is not written yet. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#write();
  }

  #lifetimeMs(country: string): number {
    return copyLifetimeMs(this.#options.lastKnownFor(country));
  }

  #write(): Promise<void> {
    this.#timer = null;
    const rows = [...this.#unwritten].map(([key, kept]) => ({ ...kept, question: hashOf(key.slice(kept.country.length + 1)) }));
    this.#unwritten.clear();
    const { database, maxSize } = this.#options;
    if (rows.length > 0) {
      this.#queue(() =>
        database.write(async (entityManager) => {
          await entityManager.upsertMany(LastKnownCopyRow, rows);
          // Newest first until the size is reached: what is older goes.
          await entityManager.execute(
            `delete from last_known_copy where (country, question) in (select country, question from (select country, question,
              sum(length(answer)) over (order by as_of desc, country, question) as size from last_known_copy) as sized where size > ?)`,
            [maxSize],
          );
        }),
      );
    }
    return this.#writing;
  }

  /** One write after the other; one that fails loses what a restart would have recalled, and nothing else. */
  #queue(work: () => Promise<unknown>): void {
    this.#writing = this.#writing.then(work).then(
      () => undefined,
      (error: unknown) => this.#options.log.error({ cause: String(error) }, 'last known copies could not be written'),
    );
  }
}

function hashOf(question: string): string {
  return createHash('sha256').update(question).digest('hex');
}
