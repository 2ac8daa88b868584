import type { ImportKind } from '../kinds/import-kind.ts';
import type { BoundColumns } from '../mapping/bind-columns.ts';
import { refuse } from '../reading/check-rows.ts';
import { openSourceTable } from '../reading/open-source-table.ts';
import type { SourceOptions } from '../reading/source-options.ts';
import type { SourceRow, SourceTable } from '../reading/source-table.ts';
import { isUnreadText } from '../reading/unread-text.ts';
import { openRejectedFile } from '../writing/open-rejected-file.ts';
import { REJECTED_ENDING, rejectedName } from '../writing/rejected-name.ts';
import type { FaultList } from './fault-list.ts';

/** Last headers of a file of refused rows. */
const ADDED = [/^(rejected_)?row$/, /^(rejected_)?column$/, /^(rejected_)?value$/, /^(rejected_)?rule$/, /^(rejected_)?hint$/];

/** Whether a file holds rows that were refused once: by its name, or by its headers, of which a steward may have taken those that were added. */
export function isRejectedFile(file: string, headers: readonly string[]): boolean {
  return file.toLowerCase().endsWith(REJECTED_ENDING) || hasAddedColumns(headers);
}

function hasAddedColumns(headers: readonly string[]): boolean {
  const last = headers.slice(-ADDED.length);
  return last.length === ADDED.length && ADDED.every((name, index) => name.test(last[index] ?? ''));
}

/** A file of refused rows in which a cell that could not be read, and is not corrected, refuses its row again. */
export function refusingUnread(table: SourceTable): SourceTable {
  const own = hasAddedColumns(table.headers) ? table.headers.slice(0, -ADDED.length) : table.headers;
  return {
    ...table,
    async *rows() {
      for await (const rows of table.rows()) yield rows.map((row) => withoutUnread(row, own));
    },
  };
}

function withoutUnread(row: SourceRow, own: readonly string[]): SourceRow {
  if (!row.cells.some((cell) => cell !== null && isUnreadText(cell))) return row;
  const refused = { ...row, cells: [...row.cells], faults: [...(row.faults ?? [])], unread: new Map(row.unread) };
  for (const [column, name] of own.entries()) {
    const cell = refused.cells[column] ?? null;
    if (cell === null || !isUnreadText(cell)) continue;
    refuse(refused, 'CELL_UNREADABLE', { column, name }, {}, cell);
    refused.cells[column] = null;
  }
  return refused;
}

/** Columns whose numbers a text has with a decimal comma, by index: in other columns a number is a text like any other. */
export function commaColumns(kind: ImportKind, { bound }: BoundColumns): ReadonlySet<number> {
  const types = new Map(kind.family === 'record' ? kind.fields.map(({ name, type }) => [name, type]) : []);
  const isNumber = ({ column }: BoundColumns['bound'][number]): boolean => {
    const type = types.get(column.field);
    const isOfPublication = column.as === 'number' && column.codes === undefined && column.list === undefined;
    return kind.family === 'record' ? type === 'minutes' || type === 'count' || type === 'amount' : isOfPublication;
  };
  return new Set(bound.filter((one) => one.column.number !== 'point' && isNumber(one)).map(({ index }) => index));
}

/** A row as text has it: where its format knows numbers they have a point, which text may not mean so. */
function asText({ cells, kinds, ...rest }: SourceRow, commas: ReadonlySet<number>): SourceRow {
  if (kinds === undefined) return { cells, ...rest };
  return {
    ...rest,
    cells: cells.map((cell, index) => (kinds[index] === 'n' && commas.has(index) ? (cell?.replace('.', ',') ?? null) : cell)),
  };
}

/**
 * Writes the refused rows beside their file, each with its faults: to be corrected and imported again. The file is read once more, so that no row is
 * kept in memory. `commas`: the columns whose numbers are written with a comma.
 * Shape   the file, how it was read, faults -> path of the rejected file
 * Errors  OutputFault
 */
export async function writeRejectedFile(
  file: string,
  options: SourceOptions,
  faults: FaultList,
  commas: ReadonlySet<number>,
): Promise<string> {
  const target = rejectedName(file);
  const table = await openSourceTable(file, options);
  try {
    const rejected = await openRejectedFile(target, table);
    try {
      for await (const rows of table.rows()) {
        for (const source of rows) {
          if (!faults.errorRows.has(source.row)) continue;
          const own = faults.ofRow(source.row).filter(({ severity }) => severity === 'ERROR');
          await rejected.write(asText(source, commas), own);
        }
      }
      await rejected.close();
    } catch (error) {
      await rejected.discard();
      throw error;
    }
  } finally {
    await table.close();
  }
  return target;
}
