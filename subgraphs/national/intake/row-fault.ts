export type FaultSeverity = 'ERROR' | 'WARNING';

/** One fault of a row. An ERROR keeps its row out; with a WARNING it comes in and the fault is told. */
export interface RowFault {
  /** Row of the file as a spreadsheet counts: its first line is row 1. Null: the fault is of the file and of no row. */
  readonly row: number | null;
  /** Letter and name of the column as the file has them, `E "Часы"`; null when no one column is at fault. */
  readonly column: string | null;
  /** The cell as the file has it, in a report only its beginning; null when it is empty or no one cell is at fault. */
  readonly value: string | null;
  /** Stable code of the rule that was broken, as in schema/ERRORS.md. */
  readonly rule: string;
  /** What to do, in a sentence. Never repeats a value of a record. */
  readonly hint: string;
  readonly severity: FaultSeverity;
}
