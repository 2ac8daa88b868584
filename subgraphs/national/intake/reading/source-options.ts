import type { SourceFormat } from './source-table.ts';

/** What the owner of a file may say about it; what is not said is found out. */
export interface SourceOptions {
  readonly format?: SourceFormat;
  /** Any name of an encoding that iconv knows: `windows-1251`, `rk1048`, `utf-8`, … */
  readonly encoding?: string;
  /** `;`, `,`, tab or `|`. */
  readonly separator?: string;
  /** The name of the sheet of an XLSX file; the first visible one otherwise. */
  readonly sheet?: string;
  /** The row on which the header begins, from 1. */
  readonly headerRow?: number;
  /** How many rows the header has. */
  readonly headerRows?: number;
  /** The key under which a JSON file keeps its array; otherwise the first array found. */
  readonly recordsAt?: string;
  readonly limits?: Partial<SourceLimits>;
}

/** What a file may cost before it is refused. */
export interface SourceLimits {
  readonly rows: number;
  readonly columns: number;
  /** Characters of one record. */
  readonly recordLength: number;
  /** Entries of an XLSX archive. */
  readonly archiveEntries: number;
  /** Inflated size divided by packed size, of any entry over one megabyte. */
  readonly archiveRatio: number;
  /** Bytes of all entries that are read, counted while they are inflated. */
  readonly archiveBytes: number;
}

/** What is allowed where nobody says otherwise. */
export const sourceLimits: SourceLimits = {
  rows: 20_000_000,
  columns: 2_000,
  recordLength: 1_000_000,
  archiveEntries: 2_000,
  archiveRatio: 100,
  archiveBytes: 200_000_000,
};
