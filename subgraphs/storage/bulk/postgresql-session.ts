import { once } from 'node:events';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BulkSession, BulkValue, BulkWriter } from './bulk-session.ts';

/** What COPY's text form writes otherwise. */
const SPECIAL = /[\\\n\r\t]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

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
    append: async (table, columns) => copyWriter(client, table, columns),
    async transaction(work) {
      await query('begin');
      try {
        const result = await work();
        await query('commit');
        return result;
      } catch (error) {
        await query('rollback').catch(() => undefined);
        throw error;
      }
    },
    close: () => client.end(),
  };
}

function copyWriter(client: Client, table: string, columns: readonly string[]): BulkWriter {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  let failure: Error | null = null;
  const ended = new Promise<void>((resolve) => {
    stream.on('finish', resolve);
    stream.on('error', (error) => {
      failure = error;
      resolve();
    });
  });
  const width = columns.length;
  return {
    async write(values) {
      if (failure !== null) throw failure;
      if (!stream.write(copyText(values, width))) await Promise.race([once(stream, 'drain').catch(() => undefined), ended]);
    },
    async end() {
      stream.end();
      await ended;
      if (failure !== null) throw failure;
    },
  };
}

/** Rows as lines of COPY's text form. */
function copyText(values: readonly BulkValue[], width: number): string {
  let text = '';
  for (let start = 0; start < values.length; start += width) {
    for (let index = 0; index < width; index++) {
      const value = values[start + index];
      if (index > 0) text += '\t';
      if (value == null) text += '\\N';
      else if (typeof value === 'number') text += value;
      else text += value.replace(SPECIAL, (letter) => ESCAPED[letter] ?? letter);
    }
    text += '\n';
  }
  return text;
}
