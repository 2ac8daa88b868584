import { Client, type QueryResult } from 'pg';
import type { BulkColumn, BulkSession, BulkTransaction, BulkValue } from './bulk-session.ts';
import { RunningCopy } from './running-copy.ts';

/** A session on PostgreSQL, over a connection of its own; rows go in by COPY. `name` is what other sessions see in pg_stat_activity. */
export async function openPostgresqlSession(url: string, name: string): Promise<BulkSession> {
  const client = new Client({ connectionString: url, application_name: name });
  // A connection that breaks fails the query that waits for it; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  // To compile a query of some rows beside a large table takes longer than to run it.
  await client.query('set jit = off');
  return new PostgresqlSession(client);
}

class PostgresqlSession implements BulkSession {
  readonly kind = 'postgresql';
  readonly #client: Client;
  #copy: RunningCopy | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: Client) {
    this.#client = client;
  }

  async rows<Row extends object>(sql: string, values?: readonly BulkValue[]): Promise<Row[]> {
    return (await this.#query(sql, values)).rows as Row[];
  }

  async run(sql: string, values?: readonly BulkValue[]): Promise<number> {
    return (await this.#query(sql, values)).rowCount ?? 0;
  }

  async *parts(sql: string, values: readonly BulkValue[], most: number): AsyncGenerator<readonly (readonly unknown[])[]> {
    await this.#query(`declare bulk_rows no scroll cursor for ${sql}`, values);
    const next = async (): Promise<unknown[][]> => {
      const { rows } = await this.#inTurn(() => this.#client.query<unknown[]>({ text: `fetch ${most} from bulk_rows`, rowMode: 'array' }));
      return rows;
    };
    try {
      for (let reading: Promise<unknown[][]> | null = next(); reading !== null;) {
        const rows: unknown[][] = await reading;
        // The server reads on while these are taken.
        reading = rows.length < most ? null : next();
        reading?.catch(() => undefined);
        yield rows;
      }
    } finally {
      // A query that failed has ended the transaction, and the cursor with it.
      await this.#query('close bulk_rows').catch(() => undefined);
    }
  }

  load(table: string, columns: readonly BulkColumn[], rows: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#copy?.table !== table) await this.#endCopy();
      this.#copy ??= new RunningCopy(this.#client, table, columns);
      await this.#copy.write(rows);
    });
  }

  async begin(): Promise<BulkTransaction> {
    await this.#query('begin');
    return {
      commit: async () => {
        const { command } = await this.#query('commit');
        // Of a transaction that has failed the server makes a rollback, and calls it done.
        if (command !== 'COMMIT') throw new Error('the transaction had failed before it was committed; nothing of it is written');
      },
      rollback: async () => {
        // Whether its rows went in means nothing any more.
        await this.#inTurn(() => this.#endCopy()).catch(() => undefined);
        await this.#query('rollback');
      },
    };
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  /** A statement sees every row that was given before it. */
  #query(sql: string, values: readonly BulkValue[] = []): Promise<QueryResult> {
    let number = 0;
    const numbered = sql.replace(/\?/g, () => `$${++number}`);
    return this.#inTurn(async () => {
      await this.#endCopy();
      return this.#client.query(numbered, [...values]);
    });
  }

  async #endCopy(): Promise<void> {
    const ending = this.#copy;
    this.#copy = null;
    await ending?.end();
  }

  /** One after the other: the driver takes no query while another one runs. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
