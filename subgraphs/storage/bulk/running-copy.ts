import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import type { BulkColumn } from './bulk-session.ts';

/** A COPY into one table that stays open from one part of rows to the next: to begin and to end it costs words with the server each time. */
export class RunningCopy {
  readonly table: string;
  readonly #stream: CopyStreamQuery;
  readonly #ended: Promise<void>;
  #failure: { readonly error: unknown } | null = null;

  constructor(client: Client, table: string, columns: readonly BulkColumn[]) {
    this.table = table;
    this.#stream = client.query(copyFrom(`copy ${table} (${columns.map(({ name }) => name).join(', ')}) from stdin`));
    this.#ended = finished(this.#stream);
    // Told to whoever writes or ends.
    this.#ended.catch(() => undefined);
    // At once: the stream has no connection any more when this event is over, and the next write would fail by that.
    this.#stream.once('error', (error) => (this.#failure = { error }));
  }

  /** Sends rows on, whose memory is taken over. Errors  those of the database, for these rows or earlier ones */
  async write(rows: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#failure !== null) throw this.#failure.error;
    const written = new Promise<void>((resolve, reject) => {
      this.#stream.write(rows, (error) => (error ? reject(error) : resolve()));
    });
    // What is under way when the server refuses is never called back.
    await Promise.race([written, this.#ended]);
    // Gives the memory back at once: the collector sees no reason to run.
    rows.buffer.transfer(0);
  }

  /** Waits until all rows are there. Errors  those of the database, for any of them */
  async end(): Promise<void> {
    this.#stream.end();
    await this.#ended;
  }
}
