import type { BulkColumn } from './bulk/bulk-session.ts';

/** What a connection is opened with. */
export interface SqliteConnectionOptions {
  readonly file: string;
  readonly readOnly: boolean;
  /** For millions of rows: memory stays small, and no page of the file is mapped into it. */
  readonly isBulk?: boolean;
}

/** What the thread of a connection is asked. */
export interface SqliteRequest {
  readonly id: number;
  /** Absent: close the connection. */
  readonly sql?: string;
  readonly parameters?: readonly unknown[];
  /** With `sql`: opens a reading of its rows, of which each request with the same number gives the next. */
  readonly reading?: RowReading;
  /** Instead of `sql`: rows to add, as the bytes of their texts (see bulk/row-text.ts). */
  readonly bulk?: BulkRows;
}

/** Rows of one query that are read in parts. */
export interface RowReading {
  readonly number: number;
  /** Rows of this part; 0 ends the reading. */
  readonly most: number;
}

/** Rows on their way into a table; their memory moves with them. */
export interface BulkRows {
  readonly table: string;
  readonly columns: readonly BulkColumn[];
  readonly rows: Uint8Array<ArrayBuffer>;
}

/** What it answers. */
export interface SqliteReply {
  readonly id: number;
  readonly columns?: readonly string[];
  readonly rows?: readonly unknown[][];
  readonly changes?: number | bigint;
  readonly error?: { readonly message: string; readonly code: string | undefined; readonly errcode: number | undefined };
}
