import { basename, extname } from 'node:path';
import { bindColumns, type BoundColumns } from '../mapping/bind-columns.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { openSourceTable } from '../reading/open-source-table.ts';
import { SourceFault } from '../reading/source-fault.ts';
import type { SourceRow, SourceTable } from '../reading/source-table.ts';
import type { ImportKind } from '../kinds/import-kind.ts';
import { requiredFields } from '../kinds/import-kinds.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportRequest } from './import-request.ts';
import { isRejectedFile, refusingUnread } from './rejected-file.ts';

/** A steward's file, open under its mapping. */
export interface OpenedFile {
  readonly name: string;
  readonly table: SourceTable;
  readonly mapping: Mapping;
  readonly columns: BoundColumns;
}

/**
 * Opens a file and finds the columns of its mapping in it.
 * Errors  SourceFault; ImportRefused COLUMN_MISSING
 */
export async function openFile(request: ImportRequest, kind: ImportKind, mapping: Mapping): Promise<OpenedFile> {
  const form = await formOf(request.file, mapping.format);
  const { type, encoding, separator, sheet, headerRow, headerRows, recordsAt } = form;
  const known = { format: type, encoding, separator, sheet, headerRow, headerRows, recordsAt };
  const stated = Object.fromEntries(Object.entries({ ...known, ...request.options }).filter(([, value]) => value !== undefined));
  const table = await openSourceTable(request.file, stated);
  const columns = bindColumns(table.headers, mapping);
  const { bound } = columns;
  const needed = new Set(neededColumns(kind, mapping));
  const missing = columns.missing.filter((header) => needed.has(header));
  if (missing.length > 0) {
    await table.close();
    // Named are columns of the mapping alone: where there is no header, what stands in its place are cells of a record.
    throw new ImportRefused('COLUMN_MISSING', {
      found: missing.join(', '),
      accepted: bound.length === 0 ? ['none'] : bound.map(({ column }) => column.header),
    });
  }
  // Rows that were refused and corrected are only some of their kind: what is not among them must not go.
  const isRejected = isRejectedFile(request.file, table.headers);
  const mode = isRejected ? 'incremental' : mapping.mode;
  return {
    name: basename(request.file),
    table: isRejected ? refusingUnread(table) : table,
    mapping: { ...mapping, mode, format: form },
    columns,
  };
}

/** The form of a file as its mapping has it. Refused rows have their own: one row of names and CSV, whatever the export is. */
async function formOf(file: string, form: Mapping['format']): Promise<Mapping['format']> {
  const { type = 'CSV', headerRow, headerRows, encoding, separator } = form;
  if (type === 'CSV' && headerRow === undefined && headerRows === undefined) return form;
  if (extname(file).toLowerCase() !== '.csv') return form;
  const text =
    type === 'XLSX' ? {} : Object.fromEntries(Object.entries({ encoding, separator }).filter(([, value]) => value !== undefined));
  try {
    const table = await openSourceTable(file, { ...text, format: 'CSV', headerRow: 1, headerRows: 1 });
    await table.close();
    return isRejectedFile(file, table.headers) ? { ...text, type: 'CSV', headerRow: 1, headerRows: 1 } : form;
  } catch (error) {
    // Then it is as the mapping has it, or told as such.
    if (error instanceof SourceFault) return form;
    throw error;
  }
}

/** A mapping names columns that are there; without one, what a kind can do without may be missing. */
function neededColumns(kind: ImportKind, mapping: Mapping): readonly string[] {
  if (mapping.name !== 'built-in') return mapping.columns.map(({ header }) => header);
  return kind.family === 'record' ? requiredFields(kind) : kind.needed;
}

const SAMPLES = 3;

/** Keeps the first rows for the eye. */
export class Samples {
  readonly rows: Record<string, string | null>[] = [];
  readonly #headers: readonly string[];

  constructor(headers: readonly string[]) {
    this.#headers = headers;
  }

  add(rows: readonly SourceRow[]): void {
    for (const { cells } of rows.slice(0, SAMPLES - this.rows.length)) {
      this.rows.push(Object.fromEntries(this.#headers.map((header, index) => [header, cells[index] ?? null])));
    }
  }
}
