/** What a reader of source files did that its owner may not expect. */
export const sourceWarnings = {
  TITLE_ROW: 'is above the header and was skipped',
  HEADER_ROWS_JOINED: 'begins a header of several rows; their words were joined',
  NUMBERING_ROW: 'only numbers the columns and was skipped',
  TOTALS_ROW: 'is a total of other rows and was skipped',
  BLANK_ROWS: 'is blank and was skipped',
  HIDDEN_ROW: 'is hidden and was read',
  HIDDEN_COLUMN: 'has hidden columns, which were read',
  HIDDEN_SHEET: 'is a hidden sheet and was not read',
  OTHER_SHEET: 'is a further sheet and was not read',
  SHEET_IS_HIDDEN: 'is hidden and was read',
  MORE_WARNINGS: 'and more of the kind, not told one by one',
} as const satisfies Record<string, string>;

export type SourceWarningCode = keyof typeof sourceWarnings;

/** One warning. `row` is null where it is about the file or a sheet; `lastRow` ends a run of rows; `name` is that of a sheet. */
export interface SourceWarning {
  readonly code: SourceWarningCode;
  readonly row: number | null;
  readonly lastRow?: number;
  readonly name?: string;
  readonly message: string;
}

/** Warnings of one code that are kept one by one: a file of blank rows must not fill the memory. */
const KEPT_PER_CODE = 200;

/** Collects the warnings of one reading. */
export class SourceWarnings {
  readonly list: SourceWarning[] = [];
  readonly #counts = new Map<SourceWarningCode, number>();

  add(code: SourceWarningCode, at: { readonly row?: number; readonly lastRow?: number; readonly name?: string } = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > KEPT_PER_CODE + 1) return;
    const isOver = count > KEPT_PER_CODE;
    const { row = null, lastRow, name } = at;
    this.list.push({
      code: isOver ? 'MORE_WARNINGS' : code,
      row,
      ...(lastRow === undefined || lastRow === row ? {} : { lastRow }),
      ...(name === undefined ? {} : { name }),
      message: isOver ? `${code}: ${sourceWarnings.MORE_WARNINGS}` : `${placeOf(row, lastRow, name)} ${sourceWarnings[code]}`,
    });
  }
}

function placeOf(row: number | null, lastRow: number | undefined, name: string | undefined): string {
  if (row === null) return name === undefined ? 'the file' : `"${name}"`;
  return lastRow === undefined || lastRow === row ? `row ${row}` : `row ${row} to ${lastRow}`;
}
