import type { BulkSession } from './bulk-session.ts';

interface IndexRow {
  readonly name: string;
  readonly definition: string;
}

const CATALOG = {
  sqlite: `select name, sql as definition from sqlite_master where type = 'index' and sql is not null and tbl_name = ? order by name`,
  // What a constraint owns stays: a primary key is one.
  postgresql: `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = ?::regclass and not exists (select from pg_constraint where conindid = indexrelid) order by 1`,
} as const;

/**
 * Indexes of a table that are away while rows go in, inside the caller's transaction: sorting all keys once at the end is several times cheaper than
 * looking for the place of each, and rows may come in any order.
 */
export class DeferredIndexes {
  readonly #session: BulkSession;
  readonly #definitions: readonly string[];

  private constructor(session: BulkSession, definitions: readonly string[]) {
    this.#session = session;
    this.#definitions = definitions;
  }

  /** For a table whose indexes stay. */
  static none(session: BulkSession): DeferredIndexes {
    return new DeferredIndexes(session, []);
  }

  /**
   * Takes them away. In PostgreSQL whoever reads the table waits from here to the end of the transaction; where somebody reads it already (a backup may,
   * for hours), all indexes stay and are kept up row by row.
   */
  static async take(session: BulkSession, table: string): Promise<DeferredIndexes> {
    if (!(await isFree(session, table))) return DeferredIndexes.none(session);
    const rows = await session.rows<IndexRow>(CATALOG[session.kind], [table]);
    for (const { name } of rows) await session.run(`drop index ${name}`);
    return new DeferredIndexes(
      session,
      rows.map(({ definition }) => definition),
    );
  }

  /** Makes them anew, as they were defined. Errors  those of the database, for one a unique index does not hold for */
  async build(): Promise<void> {
    for (const definition of this.#definitions) await this.#session.run(definition);
  }
}

const LOCK_NOT_AVAILABLE = '55P03';

/** Takes a table for this transaction alone if nobody uses it. */
async function isFree(session: BulkSession, table: string): Promise<boolean> {
  // A reader of SQLite goes on with what it saw before.
  if (session.kind === 'sqlite') return true;
  await session.run('savepoint deferred_indexes');
  try {
    await session.run(`lock table ${table} in access exclusive mode nowait`);
    return true;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== LOCK_NOT_AVAILABLE) throw error;
    await session.run('rollback to savepoint deferred_indexes');
    return false;
  }
}
