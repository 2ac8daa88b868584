import { Worker } from 'node:worker_threads';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { BulkColumn } from './bulk/bulk-session.ts';
import type { SqliteConnectionOptions, SqliteReply, SqliteRequest } from './sqlite-messages.ts';

interface Waiting {
  resolve(reply: SqliteReply): void;
  reject(error: Error): void;
}

/** One SQLite connection behind a worker thread: a long query does not stop the event loop. */
export class SqliteConnection implements DatabaseConnection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #lastReading = 0;
  #failure: Error | null = null;

  constructor(options: SqliteConnectionOptions) {
    this.#worker = new Worker(new URL('./sqlite-worker.mjs', import.meta.url), {
      workerData: options,
      execArgv: [],
      // Rows pass through in small parts: a young generation of the usual size would only keep them longer.
      ...(options.isBulk === true ? { resourceLimits: { maxYoungGenerationSizeMb: 2 } } : {}),
    });
    this.#worker.unref();
    this.#worker.on('message', (reply: SqliteReply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#fail(new Error('the database connection is closed')));
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { columns, rows, changes } = await this.#call({ sql, parameters });
    if (columns === undefined || rows === undefined) return { rows: [], numAffectedRows: BigInt(changes ?? 0) };
    return { rows: namedRows(columns, rows) as Row[] };
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  /** The rows of a query, each the list of its values, in parts of so many; the next part is read while one is taken. */
  async *readParts({ sql, parameters }: CompiledQuery, most: number): AsyncGenerator<readonly (readonly unknown[])[]> {
    const number = ++this.#lastReading;
    const next = (): Promise<SqliteReply> => this.#call({ reading: { number, most } });
    let reading: Promise<SqliteReply> | null = this.#call({ sql, parameters, reading: { number, most } });
    try {
      while (reading !== null) {
        const { rows = [] }: SqliteReply = await reading;
        reading = rows.length < most ? null : next();
        // Told below, or to nobody when the caller leaves.
        reading?.catch(() => undefined);
        yield rows;
      }
    } finally {
      if (reading !== null && this.#failure === null) await this.#call({ reading: { number, most: 0 } });
    }
  }

  /** Adds rows, given as the bytes of their texts, which move to the worker. */
  async addRows(table: string, columns: readonly BulkColumn[], rows: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#call({ bulk: { table, columns, rows } }, [rows.buffer]);
  }

  async close(): Promise<void> {
    if (this.#failure === null) await this.#call({});
    await this.#worker.terminate();
  }

  #call(request: Omit<SqliteRequest, 'id'>, moved: ArrayBuffer[] = []): Promise<SqliteReply> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ ...request, id }, moved);
    });
  }

  #settle(reply: SqliteReply): void {
    const call = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    // An idle connection must not keep the process alive.
    if (this.#waiting.size === 0) this.#worker.unref();
    if (reply.error) call?.reject(Object.assign(new Error(reply.error.message), reply.error));
    else call?.resolve(reply);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const call of this.#waiting.values()) call.reject(this.#failure);
    this.#waiting.clear();
  }
}

/** Rows as objects. A copy of one that has all columns is made several times faster than each from its entries. */
function namedRows(columns: readonly string[], rows: readonly unknown[][]): Record<string, unknown>[] {
  const blank: Readonly<Record<string, unknown>> = Object.fromEntries(columns.map((column) => [column, null]));
  return rows.map((values) => {
    const row = { ...blank };
    for (let index = 0; index < columns.length; index++) row[columns[index] ?? ''] = values[index];
    return row;
  });
}
