import type { BulkSession, BulkValue } from '../../../storage/bulk/bulk-session.ts';
import { RowWriter } from '../../../storage/bulk/row-writer.ts';
import type { RecordKind } from '../kinds/import-kind.ts';
import { type RecordSql, recordSqlOf, STAGING } from './record-sql.ts';

/** The rows of a file in a temporary table: nothing of the database is touched, and no row is kept in memory. */
export class Staging {
  readonly session: BulkSession;
  readonly kind: RecordKind;
  readonly sql: RecordSql;
  readonly #names: readonly string[];
  readonly #writer: RowWriter;

  private constructor(session: BulkSession, kind: RecordKind, sql: RecordSql) {
    this.session = session;
    this.kind = kind;
    this.sql = sql;
    this.#names = kind.fields.map(({ name }) => name);
    this.#writer = new RowWriter(session, STAGING, sql.stagingColumns);
  }

  static async open(session: BulkSession, kind: RecordKind, source: string): Promise<Staging> {
    const sql = recordSqlOf(kind, source, session.kind === 'postgresql');
    await session.run(sql.createStaging);
    return new Staging(session, kind, sql);
  }

  add(row: number, values: Readonly<Record<string, BulkValue>>): void {
    this.#writer.begin(row);
    for (const name of this.#names) this.#writer.value(values[name]);
    this.#writer.endRow();
  }

  /** Sends rows on if there are enough. Null: more may be given at once. */
  sendFull(): Promise<void> | null {
    return this.#writer.sendFull();
  }

  /** Ends the gathering: from here on the rows can be asked for. */
  async end(): Promise<void> {
    await this.sent();
    await this.session.run(`create index import_staging_by_key on ${STAGING} (source_key)`);
    if (this.session.kind === 'postgresql') await this.session.run(`analyze ${STAGING}`);
  }

  /** Waits until all rows that were taken are there. */
  sent(): Promise<void> {
    return this.#writer.sent();
  }
}
