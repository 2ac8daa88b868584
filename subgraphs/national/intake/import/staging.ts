import type { BulkColumn, BulkSession, BulkValue } from '../../../storage/bulk/bulk-session.ts';
import { AFTER_ROW, BETWEEN_VALUES, valueText } from '../../../storage/bulk/row-text.ts';
import type { RecordKind } from '../kinds/import-kind.ts';
import { type RecordSql, recordSqlOf, STAGING } from './record-sql.ts';

/** Bytes of rows that are gathered before they are sent on. */
const SENT_AT_ONCE = 524_288;
/** Bytes of the longest row. */
const LONGEST_ROW = 65_536;

/** The rows of a file in a temporary table: nothing of the database is touched, and no row is kept in memory. */
export class Staging {
  readonly session: BulkSession;
  readonly kind: RecordKind;
  readonly sql: RecordSql;
  readonly #names: readonly string[];
  readonly #columns: readonly BulkColumn[];
  #bytes = Buffer.allocUnsafeSlow(SENT_AT_ONCE + LONGEST_ROW);
  #length = 0;
  #sending: Promise<void> = Promise.resolve();

  private constructor(session: BulkSession, kind: RecordKind, sql: RecordSql) {
    this.session = session;
    this.kind = kind;
    this.sql = sql;
    this.#names = kind.fields.map(({ name }) => name);
    this.#columns = sql.stagingColumns;
  }

  static async open(session: BulkSession, kind: RecordKind, source: string): Promise<Staging> {
    const sql = recordSqlOf(kind, source, session.kind === 'postgresql');
    await session.run(sql.createStaging);
    return new Staging(session, kind, sql);
  }

  /** Takes a row; a full part of rows is sent on. Null: more may be given at once. */
  add(row: number, values: Readonly<Record<string, BulkValue>>): Promise<void> | null {
    let text = String(row);
    for (const name of this.#names) text += BETWEEN_VALUES + valueText(values[name]);
    // Encoded at once: a text that waits would keep the whole piece of the file of which its cells are parts.
    this.#length += this.#bytes.write(text + AFTER_ROW, this.#length);
    return this.#length >= SENT_AT_ONCE ? this.#send() : null;
  }

  /** Ends the gathering: from here on the rows can be asked for. */
  async end(): Promise<void> {
    await this.sent();
    await this.session.run(`create index import_staging_by_key on ${STAGING} (source_key)`);
    if (this.session.kind === 'postgresql') await this.session.run(`analyze ${STAGING}`);
  }

  /** Waits until all rows that were taken are there. */
  async sent(): Promise<void> {
    await this.#send();
    await this.#sending;
  }

  /** One part is under way while the next is gathered. */
  async #send(): Promise<void> {
    await this.#sending;
    if (this.#length === 0) return;
    const rows = this.#bytes.subarray(0, this.#length) as Uint8Array<ArrayBuffer>;
    this.#bytes = Buffer.allocUnsafeSlow(SENT_AT_ONCE + LONGEST_ROW);
    this.#length = 0;
    this.#sending = this.session.load(STAGING, this.#columns, [rows]);
    // Whoever waits for it next is told.
    this.#sending.catch(() => undefined);
  }
}
