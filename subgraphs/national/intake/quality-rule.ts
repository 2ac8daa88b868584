import type { FaultSeverity } from './row-fault.ts';

/** A row after its mapping: values by field of its kind, null where the cell is empty. Days are `YYYY-MM-DD`, codes the contract's, time is minutes. */
export interface MappedRow {
  /** Row of the file as a spreadsheet counts: its first line is row 1. */
  readonly row: number;
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** What a rule found in a row: the field at fault (null: no one field) and what to do. The caller adds the file's column and the cell. */
export interface FieldFault {
  readonly field: string | null;
  readonly hint: string;
}

/** What a rule may know beside the row. */
export interface RuleContext {
  /** Kind of the rows, as `--as` names it. */
  readonly kind: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Day of the check, YYYY-MM-DD. */
  readonly today: string;
}

/**
 * Asks for all rows of the file at once, where keeping them would cost memory: they wait in a table of their own and are counted there.
 * Row numbers come in ascending order, the first thousand of them.
 */
export interface StagedRows {
  /** Rows of every group of equal fields in which a field adds up to more than allowed. */
  rowsOfSumsAbove(question: { readonly by: readonly string[]; readonly sum: string; readonly most: number }): Promise<readonly number[]>;
  /** All rows but the first of every group of equal fields. Rows with an empty one of them are in no group. */
  rowsRepeated(by: readonly string[]): Promise<readonly number[]>;
}

/** One rule of quality. It keeps nothing between rows: what needs all rows is asked in `finish`. */
export interface QualityRule {
  /** Stable code, as in schema/ERRORS.md. */
  readonly code: string;
  /** Kinds whose rows it reads, as `--as` names them. */
  readonly kinds: readonly string[];
  readonly severity: FaultSeverity;
  /** Reads one row; it is called for each of millions. Nothing found: undefined or an empty list. */
  check?(row: MappedRow, context: RuleContext): readonly FieldFault[] | undefined;
  /** Reads the table once all rows are known; the row of each fault is named. */
  finish?(rows: StagedRows, context: RuleContext): Promise<readonly (FieldFault & { readonly row: number })[]>;
}
