import { CompiledQuery } from 'kysely';
import { SqliteConnection } from '../sqlite-connection.ts';
import type { BulkColumn, BulkSession, BulkValue } from './bulk-session.ts';

/** Parts under way to the worker: one is inserted while the next is made. */
const PARTS_UNDER_WAY = 2;

/** A session on a SQLite file, in a worker thread. A temporary table locks nothing, so that others write while rows are gathered. */
export function openSqliteSession(file: string): BulkSession {
  const connection = new SqliteConnection({ file, readOnly: false, isBulk: true });
  const query = (sql: string, values: readonly BulkValue[] = []) => connection.executeQuery<never>(CompiledQuery.raw(sql, [...values]));
  const run = async (sql: string, values?: readonly BulkValue[]): Promise<number> =>
    Number((await query(sql, values)).numAffectedRows ?? 0);
  return {
    kind: 'sqlite',
    run,
    rows: async (sql, values) => (await query(sql, values)).rows,
    load: (table, columns, parts) => load(connection, table, columns, parts),
    async begin() {
      await run('begin immediate');
      return { commit: () => run('commit').then(() => undefined), rollback: () => run('rollback').then(() => undefined) };
    },
    close: () => connection.close(),
  };
}

async function load(
  connection: SqliteConnection,
  table: string,
  columns: readonly BulkColumn[],
  parts: Iterable<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for (const rows of parts) {
    const part: Promise<void> = connection
      .addRows(table, columns, rows)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underWay.delete(part));
    underWay.add(part);
    if (underWay.size >= PARTS_UNDER_WAY) await Promise.race(underWay);
    if (failures.length > 0) break;
  }
  await Promise.all(underWay);
  if (failures.length > 0) throw failures[0];
}
