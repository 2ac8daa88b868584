import type { RowFault } from '../row-fault.ts';

/** Rows at fault that are remembered; beyond that the mapping is wrong, not the rows. */
export const MOST_FAULTY_ROWS = 100_000;

/** Faults of a file by row. Errors keep their rows out, warnings do not. */
export class FaultList {
  readonly #byRow = new Map<number, RowFault[]>();
  readonly #ofFile: RowFault[] = [];
  readonly #errorRows = new Set<number>();
  #warnings = 0;

  /** Rows that are refused. */
  get errorRows(): ReadonlySet<number> {
    return this.#errorRows;
  }

  get warningCount(): number {
    return this.#warnings;
  }

  add(fault: RowFault): void {
    if (fault.severity === 'WARNING') this.#warnings += 1;
    else if (fault.row !== null) this.#errorRows.add(fault.row);
    if (fault.row === null) {
      this.#ofFile.push(fault);
      return;
    }
    // Warnings are told by the first of them; refused rows are all told, since each must be found again.
    if (fault.severity === 'WARNING' && this.#warnings > FIRST_WARNINGS) return;
    const kept = { ...fault, value: shortened(fault.value) };
    const faults = this.#byRow.get(fault.row);
    if (faults === undefined) this.#byRow.set(fault.row, [kept]);
    else faults.push(kept);
  }

  ofRow(row: number): readonly RowFault[] {
    return this.#byRow.get(row) ?? [];
  }

  /** The first faults, those of the file before those of rows, rows in their order. */
  first(count: number): RowFault[] {
    const rows = [...this.#byRow.keys()].toSorted((a, b) => a - b).slice(0, count);
    return [...this.#ofFile, ...rows.flatMap((row) => this.ofRow(row))].slice(0, count);
  }
}

const FIRST_WARNINGS = 1_000;
/** Characters of a cell at fault that are told; the row itself has the whole of it. */
const SHOWN_LENGTH = 200;

/** The beginning of a cell, as a copy: a mere part would keep alive the whole text of the file that it was cut from. */
function shortened(value: string | null): string | null {
  if (value === null) return null;
  const shown = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH - 1).replace(HALF_CHARACTER, '')}…` : value;
  return Buffer.from(shown, 'utf16le').toString('utf16le');
}

/** The first half of a character, where the cut went through it. */
const HALF_CHARACTER = /[\uD800-\uDBFF]$/;
