import { CompiledQuery } from 'kysely';
import { SqliteConnection } from '../sqlite-connection.ts';
import type { BulkSession, BulkValue } from './bulk-session.ts';

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
    parts: (sql, values, most) => connection.readParts(CompiledQuery.raw(sql, [...values]), most),
    load: (table, columns, rows) => connection.addRows(table, columns, rows),
    async begin() {
      await run('begin immediate');
      return { commit: () => run('commit').then(() => undefined), rollback: () => run('rollback').then(() => undefined) };
    },
    close: () => connection.close(),
  };
}
