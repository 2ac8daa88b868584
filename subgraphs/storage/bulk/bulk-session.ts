export type BulkValue = string | number | null;

/** A column that rows are added to; `isNumber`: its values are numbers, which SQLite would else be given as texts. */
export interface BulkColumn {
  readonly name: string;
  readonly isNumber: boolean;
}

/** A transaction that is open until it is told how it ends. */
export interface BulkTransaction {
  /** Everything is on the disk when this returns. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * One connection of its own, for work on millions of rows: temporary tables, bulk inserts, and statements over whole sets. The texts are SQL that
 * both databases understand; `?` is a bound value.
 */
export interface BulkSession {
  readonly kind: 'sqlite' | 'postgresql';
  rows<Row extends object>(sql: string, values?: readonly BulkValue[]): Promise<Row[]>;
  /** The rows of a query, each the list of its values, in parts of so many: of a table of any size; inside a transaction, one such query at a time. */
  parts(sql: string, values: readonly BulkValue[], most: number): AsyncIterable<readonly (readonly unknown[])[]>;
  /** Number of rows that the statement touched. */
  run(sql: string, values?: readonly BulkValue[]): Promise<number>;
  /** Adds whole rows, given as the bytes of their texts (see row-text.ts), whose memory is taken over; the next statement sees them, or fails for them. */
  load(table: string, columns: readonly BulkColumn[], rows: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Begins a transaction, in which nobody else writes. */
  begin(): Promise<BulkTransaction>;
  close(): Promise<void>;
}

/** Runs the last work of a transaction and commits it, wholly or not at all. */
export async function completing<Result>(transaction: BulkTransaction, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    await transaction.commit();
    return result;
  } catch (error) {
    // A full disk has ended the transaction already; what went wrong first is what is told.
    await transaction.rollback().catch(() => undefined);
    throw error;
  }
}
