import type { SourceWarning } from '../reading/source-warning.ts';
import type { RowFault } from '../row-fault.ts';

/** Rows of a file, by what became of them or would. */
export interface ImportCounts {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** In the database and not in the file. Taken away in mode `full`. */
  readonly removed: number;
  /** Refused rows: they stand in the rejected file. */
  readonly rejected: number;
  /** Not in the file, and kept because others refer to them. */
  readonly kept: number;
  /** Rows of persons who had themselves erased: left out. */
  readonly erased: number;
  /** The same row once more: left out. */
  readonly repeated: number;
}

/** What an import did, or a dry run would do. */
export interface ImportReport {
  readonly network: string;
  readonly kind: string;
  readonly file: string;
  readonly isCommitted: boolean;
  /** Number in the journal; null when nothing was written. */
  readonly importId: number | null;
  /** The import that brought the very same file; nothing had to be done. */
  readonly sameAs: number | null;
  readonly format: string;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly sheet: string | null;
  readonly mapping: { readonly name: string; readonly version: number; readonly source: string; readonly mode: string };
  /** Headers that the mapping does not name: they stayed outside. */
  readonly leftOut: readonly string[];
  /** The first rows as they were decoded, for the eye: header by header. */
  readonly samples: readonly Readonly<Record<string, string | null>>[];
  readonly counts: ImportCounts;
  /** The first faults. */
  readonly faults: readonly RowFault[];
  readonly warnings: readonly SourceWarning[];
  /** Where the refused rows stand; null when there are none, or that file cannot be written. */
  readonly rejectedFile: string | null;
  /** Why the file of refused rows cannot be written, with its path. */
  readonly rejectedFault: string | null;
  readonly durationMs: number;
}
