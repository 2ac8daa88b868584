import { basename } from 'node:path';
import { bindColumns, type BoundColumns } from '../mapping/bind-columns.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { openSourceTable } from '../reading/open-source-table.ts';
import type { SourceRow, SourceTable } from '../reading/source-table.ts';
import type { ImportKind } from '../kinds/import-kind.ts';
import { requiredFields } from '../kinds/import-kinds.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportRequest } from './import-request.ts';
import { isRejectedFile } from './rejected-file.ts';

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
  const { type, encoding, separator, sheet, headerRow, headerRows, recordsAt } = mapping.format;
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
  const mode = isRejectedFile(request.file, table.headers) ? 'incremental' : mapping.mode;
  return { name: basename(request.file), table, mapping: { ...mapping, mode }, columns };
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
