import { CompiledQuery } from 'kysely';
import { SqliteConnection } from '../sqlite-connection.ts';
import type { BulkSession, BulkValue, BulkWriter } from './bulk-session.ts';

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
    async append(table, columns) {
      await run('begin');
      return sqliteWriter(connection, table, columns, run);
    },
    async transaction(work) {
      await run('begin immediate');
      try {
        const result = await work();
        await run('commit');
        return result;
      } catch (error) {
        // A full disk has ended the transaction already; what went wrong first is what is told.
        await run('rollback').catch(() => undefined);
        throw error;
      }
    },
    close: () => connection.close(),
  };
}

function sqliteWriter(
  connection: SqliteConnection,
  table: string,
  columns: readonly string[],
  run: (sql: string) => Promise<number>,
): BulkWriter {
  const underWay = new Set<Promise<void>>();
  let failure: unknown = null;
  return {
    async write(values) {
      while (underWay.size >= PARTS_UNDER_WAY) await Promise.race(underWay);
      if (failure !== null) throw failure;
      const part = connection.addRows(table, columns, values).then(
        () => void underWay.delete(part),
        (error: unknown) => {
          failure ??= error;
          underWay.delete(part);
        },
      );
      underWay.add(part);
    },
    async end() {
      await Promise.all(underWay);
      if (failure !== null) throw failure;
      await run('commit');
    },
  };
}
