import type { SourceOptions } from '../../../../../subgraphs/national/intake/reading/source-options.ts';

/**
 * A file as people really send it, and what reading it must give, line by line:
 * `headers a | b`, `2: x | -` (a row; - is an empty cell), `3: ROW_TOO_SHORT B` (a fault of a row), `! 4 TOTALS_ROW` (a warning),
 * `FAULT HEADER_REPEATED row 1 column B` (the file is refused).
 */
export interface OddFile {
  readonly title: string;
  /** The name it comes under. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly options?: SourceOptions;
  readonly expected: readonly string[];
}
