import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BulkColumn, BulkSession, BulkValue } from './bulk-session.ts';

/** A session on PostgreSQL, over a connection of its own; rows go in by COPY. `name` is what other sessions see in pg_stat_activity. */
export async function openPostgresqlSession(url: string, name: string): Promise<BulkSession> {
  const client = new Client({ connectionString: url, application_name: name });
  // A connection that breaks fails the query that waits for it; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  const query = (sql: string, values: readonly BulkValue[] = []) => {
    let number = 0;
    return client.query(
      sql.replace(/\?/g, () => `$${++number}`),
      [...values],
    );
  };
  return {
    kind: 'postgresql',
    run: async (sql, values) => (await query(sql, values)).rowCount ?? 0,
    rows: async <Row extends object>(sql: string, values?: readonly BulkValue[]) => (await query(sql, values)).rows as Row[],
    load: (table, columns, parts) => copy(client, table, columns, parts),
    async begin() {
      await query('begin');
      return { commit: () => query('commit').then(() => undefined), rollback: () => query('rollback').then(() => undefined) };
    },
    close: () => client.end(),
  };
}

async function copy(
  client: Client,
  table: string,
  columns: readonly BulkColumn[],
  parts: Iterable<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${columns.map(({ name }) => name).join(', ')}) from stdin`));
  const ended = finished(stream);
  // Told below, once nobody writes any more.
  ended.catch(() => undefined);
  for (const rows of parts) {
    if (stream.destroyed) break;
    // Gives the memory back at once: the collector sees no reason to run.
    const isTaken = stream.write(rows, () => void rows.buffer.transfer(0));
    if (!isTaken) await Promise.race([once(stream, 'drain'), ended]);
  }
  stream.end();
  await ended;
}
