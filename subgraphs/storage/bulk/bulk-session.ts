export type BulkValue = string | number | null;

/** Rows on their way into a table. */
export interface BulkWriter {
  /** Takes rows whose values stand in one list, row after row; waits while too many are on their way. */
  write(values: readonly BulkValue[]): Promise<void>;
  /** Waits until all rows are there. */
  end(): Promise<void>;
}

/**
 * One connection of its own, for work on millions of rows: temporary tables, bulk inserts, and statements over whole sets. The texts are SQL that
 * both databases understand; `?` is a bound value.
 */
export interface BulkSession {
  readonly kind: 'sqlite' | 'postgresql';
  rows<Row extends object>(sql: string, values?: readonly BulkValue[]): Promise<Row[]>;
  /** Number of rows that the statement touched. */
  run(sql: string, values?: readonly BulkValue[]): Promise<number>;
  /** Opens the way into a table; one at a time, and no other statement until it has ended. */
  append(table: string, columns: readonly string[]): Promise<BulkWriter>;
  /** Runs the work in one transaction, wholly or not at all; it is on the disk when this returns. */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
