import type { BulkSession, BulkValue, BulkWriter } from '../../../storage/bulk/bulk-session.ts';
import type { RecordKind } from '../kinds/import-kind.ts';
import { type RecordSql, recordSqlOf, STAGING } from './record-sql.ts';

/** Rows whose values are gathered before they are sent on. */
const ROWS_AT_ONCE = 2_000;

/** The rows of a file in a temporary table: nothing of the database is touched, and no row is kept in memory. */
export class Staging {
  readonly session: BulkSession;
  readonly kind: RecordKind;
  readonly sql: RecordSql;
  readonly #columns: readonly string[];
  readonly #names: readonly string[];
  #writer: BulkWriter | null = null;
  #values: BulkValue[] = [];

  private constructor(session: BulkSession, kind: RecordKind, sql: RecordSql) {
    this.session = session;
    this.kind = kind;
    this.sql = sql;
    this.#columns = sql.stagingColumns;
    this.#names = kind.fields.map(({ name }) => name);
  }

  static async open(session: BulkSession, kind: RecordKind, source: string): Promise<Staging> {
    const sql = recordSqlOf(kind, source, session.kind === 'postgresql');
    await session.run(sql.createStaging);
    const staging = new Staging(session, kind, sql);
    staging.#writer = await session.append(STAGING, sql.stagingColumns);
    return staging;
  }

  /** Takes a row; a full part of rows is sent on. Null: more may be given at once. */
  add(row: number, values: Readonly<Record<string, BulkValue>>): Promise<void> | null {
    const list = this.#values;
    list.push(row);
    for (const name of this.#names) list.push(values[name] ?? null);
    return list.length >= ROWS_AT_ONCE * this.#columns.length ? this.#send() : null;
  }

  /** Ends the gathering: from here on the rows can be asked for. */
  async end(): Promise<void> {
    if (this.#values.length > 0) await this.#send();
    await this.#writer?.end();
    this.#writer = null;
    await this.session.run(`create index import_staging_by_key on ${STAGING} (source_key)`);
    if (this.session.kind === 'postgresql') await this.session.run(`analyze ${STAGING}`);
  }

  #send(): Promise<void> {
    const values = this.#values;
    this.#values = [];
    return this.#writer?.write(values) ?? Promise.reject(new Error('the rows have ended'));
  }
}
