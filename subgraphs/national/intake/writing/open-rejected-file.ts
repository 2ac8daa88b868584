import type { SourceRow, SourceTable } from '../reading/source-table.ts';
import { unreadText } from '../reading/unread-text.ts';
import type { RowFault } from '../row-fault.ts';
import { openCsvFile } from './open-csv-file.ts';

/** Why a row was refused: what is told of it, without the row itself. */
export type RejectedFault = Pick<RowFault, 'column' | 'value' | 'rule' | 'hint'>;

/** The refused rows of a source, ready to be mended and read again. Appears when it is closed, whole, or not at all. */
export interface RejectedFile {
  /** Adds a row with all that is wrong with it. Errors: OutputFault */
  write(row: Pick<SourceRow, 'row' | 'cells' | 'unread'>, faults: readonly RejectedFault[]): Promise<void>;
  close(): Promise<void>;
  discard(): Promise<void>;
}

const ADDED = ['row', 'column', 'value', 'rule', 'hint'];
const ADDED_BESIDE = ADDED.map((name) => `rejected_${name}`);
const BETWEEN = ' | ';

/**
 * Opens the file of refused rows: the columns of the source, then row, column, value, rule and hint (`rejected_row` … where the source has such a
 * column itself). The added columns of a rejected file that was read are replaced. A cell that could not be read stands there as one that is refused
 * again; so does the last, with what is too much, of a row that is too long.
 * Errors  OutputFault
 */
export async function openRejectedFile(
  path: string,
  table: Pick<SourceTable, 'headers' | 'encoding' | 'hasByteOrderMark' | 'separator'>,
): Promise<RejectedFile> {
  const headers = withoutAdded(table.headers);
  const added = headers.some((header) => ADDED.includes(header)) ? ADDED_BESIDE : ADDED;
  const file = await openCsvFile(path, table);
  const between = table.separator ?? ';';
  await file.write([...headers, ...added]);
  return {
    write: ({ row, cells, unread }, faults) => {
      const own = headers.map((_, index) => {
        const shown = unread?.get(index);
        return shown === undefined ? (cells[index] ?? null) : unreadText(shown);
      });
      // What is too much has no column: it stands as the value as well, so that nothing is lost.
      const surplus = cells.slice(table.headers.length).join(between);
      if (cells.length > table.headers.length) own.push(unreadText([own.pop() ?? '', surplus].join(between)));
      const values = faults.map(({ value }) => value ?? surplus);
      const reasons = [faults.map(({ column }) => column), values, faults.map(({ rule }) => rule), faults.map(({ hint }) => hint)];
      return file.write([...own, String(row), ...reasons.map((words) => words.map((word) => word ?? '').join(BETWEEN))]);
    },
    close: () => file.close(),
    discard: () => file.discard(),
  };
}

function withoutAdded(headers: readonly string[]): readonly string[] {
  const last = headers.slice(-ADDED.length);
  const isAdded = [ADDED, ADDED_BESIDE].some((names) => names.every((name, index) => last[index] === name));
  return isAdded ? headers.slice(0, -ADDED.length) : headers;
}
