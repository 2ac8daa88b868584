import type { SourceFault } from './source-fault.ts';
import type { SourceWarning } from './source-warning.ts';

/** The formats a source file may have. */
export const sourceFormats = ['CSV', 'XLSX', 'JSON', 'NDJSON'] as const;

export type SourceFormat = (typeof sourceFormats)[number];

/**
 * One record of a source file, cleaned but not interpreted.
 * Shape   `cells` has one entry per header, in their order; null is an empty cell. Text is NFC, outer blanks are cut, and the mark that an
 *         export puts before `=`, `+`, `-`, `@` is taken off again. Cells may share memory with their batch: copy one before keeping it for long.
 * Unit    `row`: the line of a text editor or spreadsheet on which the record begins, from 1; in JSON the number of the object, from 1.
 * Errors  `faults`: what spoils this row only, located. Such a row must be refused: its cells are those that could be read, and more than the
 *         headers where the row is too long.
 */
export interface SourceRow {
  readonly row: number;
  readonly cells: readonly (string | null)[];
  /**
   * Only where the format has types, one letter per cell: `s` text, `n` number (written plainly: 0.00001, never 1E-5), `d` date (YYYY-MM-DD or
   * YYYY-MM-DDThh:mm:ss), `t` time of day or duration (hh:mm:ss, hours may exceed 24), `b` boolean (true or false), `_` empty.
   */
  readonly kinds?: string;
  readonly faults?: readonly SourceFault[];
  /** Only in a row at fault: what its cells show that could not be read, by column. For who corrects them; it may be personal. */
  readonly unread?: ReadonlyMap<number, string>;
}

/** A source file that was opened: what it is, its headers, and its rows as a stream that holds only a batch at a time. */
export interface SourceTable {
  readonly format: SourceFormat;
  /** The encoding the text was decoded with, as iconv names it: `utf-8`, `windows-1251`, `rk1048`, …; null in XLSX. */
  readonly encoding: string | null;
  /** Whether the text began with a byte order mark: files written beside it begin alike. */
  readonly hasByteOrderMark: boolean;
  /** One of `;`, `,`, tab and `|`; null where the format has none. */
  readonly separator: string | null;
  /** The sheet that is read; null where the format has none. */
  readonly sheet: string | null;
  /** One name per column, all different; where the header has several rows their words are joined with ` / `. */
  readonly headers: readonly string[];
  /** The last row of the header; 0 in JSON, where every object names its own columns. */
  readonly headerRow: number;
  /** What was skipped or read in spite of doubts; grows while rows are read, and is complete after the last. */
  readonly warnings: readonly SourceWarning[];
  /** Bytes of the file, and how many of them were read so far: the measure of progress. */
  readonly bytes: { readonly total: number; readonly read: number };
  /** The rows in the order of the file, in batches of some hundred, as they are read; may be asked for once. Throws SourceFault where reading cannot go on. */
  rows(): AsyncIterable<readonly SourceRow[]>;
  /** Lets go of the file; also after a fault and in the middle of the rows. */
  close(): Promise<void>;
}
