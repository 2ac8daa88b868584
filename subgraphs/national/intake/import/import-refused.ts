import type { ImportReport } from './import-report.ts';

/** Every reason for which an import as a whole is not done, with its sentence. schema/ERRORS.md lists the same codes. */
export const importRefusals = {
  KIND_UNKNOWN: '{found} is no kind of data; accepted: {accepted}',
  MAPPING_OTHER_KIND: 'the mapping is for {found}, not for {accepted}; name another with --mapping',
  COLUMN_MISSING:
    'the file has no column {found}; of the others that are looked for it has: {accepted}. See its header with birge mapping suggest FILE',
  ROWS_REJECTED: '{found} of {limit} rows are wrong; nothing was written. Correct the file, or take the good rows with --max-errors',
  REJECTED_UNWRITTEN: 'the refused rows would be lost, so nothing was written: {found}',
  TOO_MANY_FAULTS: 'more than {limit} rows are wrong; the mapping is likely not for this file. Nothing was written',
  FILE_TOO_LONG: 'the file has more than {limit} rows, and no more are read of publications at once; nothing was written. Split the file',
  DROP_GUARD: '{found} of {limit} rows that are there would go; nothing was written. If that is meant, add --allow-drop',
  FILE_CHANGED: 'the file was changed while it was read; nothing was written. Try again',
  IMPORT_LOCKED: '{found} is importing since {accepted}; try again when it has ended',
  LOCK_LOST: 'the lock that keeps other importers away was lost before the end; nothing was written. Try again',
  IMPORT_UNKNOWN: 'there is no import {found} to undo; accepted: {accepted}',
  IMPORT_TOO_OLD: 'what was there before import {found} is no longer kept; accepted: {accepted}',
} as const satisfies Record<string, string>;

export type ImportRefusal = keyof typeof importRefusals;

interface RefusalWords {
  readonly found?: string | number;
  readonly accepted?: readonly string[];
  readonly limit?: number;
}

/** An import that is not done; the database is as it was. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly code: ImportRefusal;
  /** How far it came; null when no row was read. */
  readonly report: ImportReport | null;

  constructor(code: ImportRefusal, { found = '', accepted = [], limit }: RefusalWords, report: ImportReport | null = null, cause?: Error) {
    const words: Record<string, string> = { found: String(found), accepted: accepted.join(', ') || 'none', limit: String(limit ?? '') };
    super(
      importRefusals[code].replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? ''),
      cause === undefined ? {} : { cause },
    );
    this.code = code;
    this.report = report;
  }
}
