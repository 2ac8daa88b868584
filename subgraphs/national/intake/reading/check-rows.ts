import type { RawRow } from './raw-row.ts';
import { SourceFault } from './source-fault.ts';
import type { SourceFaultCode } from './source-faults.ts';
import type { SourceWarnings } from './source-warning.ts';
import { isTotalsRow } from './totals-row.ts';

/** What the rows below a header are held against. */
export interface RowRules {
  readonly headers: readonly string[];
  readonly unnamed: readonly number[];
  /** Whether a row must have as many cells as the header; where cells are addressed, those that are missing are empty. */
  readonly isCounted: boolean;
  readonly maxRows: number;
}

/** Skips blank rows and totals, and refuses rows of another width than the header. */
export class RowChecker {
  readonly #rules: RowRules;
  readonly #warnings: SourceWarnings;
  #blank: { first: number; last: number } | null = null;
  #count = 0;
  #lastRow = 0;

  constructor(rules: RowRules, warnings: SourceWarnings) {
    this.#rules = rules;
    this.#warnings = warnings;
  }

  /** The rows that are data, in place. Errors: ROWS_TOO_MANY */
  check(rows: readonly RawRow[]): RawRow[] {
    const kept: RawRow[] = [];
    for (const row of rows) {
      if (this.#isSkipped(row)) continue;
      this.#checkWidth(row);
      if (this.#rules.unnamed.length > 0) this.#checkUnnamed(row);
      kept.push(row);
    }
    this.#count += kept.length;
    const { maxRows } = this.#rules;
    if (this.#count > maxRows) throw new SourceFault('ROWS_TOO_MANY', { row: kept.at(-1)?.row ?? 0 }, { limit: maxRows });
    return kept;
  }

  #isSkipped(row: RawRow): boolean {
    // A sheet leaves blank rows out.
    if (!this.#rules.isCounted && this.#lastRow > 0 && row.row > this.#lastRow + 1) {
      this.#blank = { first: this.#blank?.first ?? this.#lastRow + 1, last: row.row - 1 };
    }
    this.#lastRow = row.row;
    if (row.faults) return false;
    if (isBlankRow(row.cells)) {
      this.#blank = { first: this.#blank?.first ?? row.row, last: row.row };
      return true;
    }
    // Blank rows are told only when something follows: a sheet may end in thousands of them.
    if (this.#blank) this.#warnings.add('BLANK_ROWS', { row: this.#blank.first, lastRow: this.#blank.last });
    this.#blank = null;
    if (!isTotalsRow(row.cells)) return false;
    this.#warnings.add('TOTALS_ROW', { row: row.row });
    return true;
  }

  #checkWidth(row: RawRow): void {
    const { headers, isCounted } = this.#rules;
    const { cells } = row;
    if (cells.length === headers.length) return;
    while (cells.length > headers.length && cells.at(-1) === null) cells.pop();
    if (cells.length > headers.length) {
      refuse(row, 'ROW_TOO_LONG', { column: headers.length }, { found: cells.length, limit: headers.length });
    } else if (isCounted && cells.length < headers.length) {
      const place = { column: cells.length, name: headers[cells.length] };
      refuse(row, 'ROW_TOO_SHORT', place, { found: cells.length, limit: headers.length }, '');
    }
    while (cells.length < headers.length) cells.push(null);
    if (row.kinds !== undefined) row.kinds = row.kinds.slice(0, cells.length).padEnd(cells.length, '_');
  }

  #checkUnnamed(row: RawRow): void {
    for (const column of this.#rules.unnamed) if (row.cells[column] !== null) refuse(row, 'HEADER_EMPTY', { column });
  }
}

function isBlankRow(cells: readonly (string | null)[]): boolean {
  for (const cell of cells) if (cell !== null) return false;
  return true;
}

/** Adds a located fault to a row; `shown`: what the cell shows that cannot be read, its first where the whole row cannot. */
export function refuse(
  row: RawRow,
  code: SourceFaultCode,
  place: { readonly column?: number; readonly name?: string | undefined },
  words: { readonly found?: string | number; readonly limit?: string | number } = {},
  shown?: string,
): void {
  const { column, name } = place;
  const fault = new SourceFault(
    code,
    { row: row.row, ...(column === undefined ? {} : { column }), ...(name === undefined ? {} : { name }) },
    words,
  );
  (row.faults ??= []).push(fault);
  if (shown !== undefined) (row.unread ??= new Map()).set(column ?? 0, shown);
}
