import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';

interface RevisionTables {
  readonly data_revision: { readonly mark: string };
}

const REMEMBERED_MS = 100;

/**
 * The revision of a database's public data: equal texts stand for equal data, read by the same run of the program.
 * It is remembered for 100 ms, counted from before it was read, so what is given may be too old and never too new.
 * Source  schema/decisions/0012-data-revisions.md
 */
export class DataRevision {
  readonly #tables: Kysely<RevisionTables>;
  /** A program that was changed may answer otherwise from the same rows. */
  readonly #run = randomBytes(4).toString('hex');
  #last: { readonly readAt: number; readonly revision: Promise<string> } | null = null;

  constructor(tables: Kysely<never>) {
    // Without whoever observes the queries of requests: this one belongs to none.
    this.#tables = (tables as unknown as Kysely<RevisionTables>).withoutPlugins();
  }

  /**
   * Shape   nothing -> 32 hexadecimal digits, a point, 8 more
   * Errors  those of the database
   */
  current(): Promise<string> {
    const now = performance.now();
    if (this.#last !== null && now - this.#last.readAt < REMEMBERED_MS) return this.#last.revision;
    const last = { readAt: now, revision: this.#read() };
    this.#last = last;
    last.revision.catch(() => {
      if (this.#last === last) this.#last = null;
    });
    return last.revision;
  }

  async #read(): Promise<string> {
    const { mark } = await this.#tables.selectFrom('data_revision').select('mark').executeTakeFirstOrThrow();
    return `${mark}.${this.#run}`;
  }
}
