import { isPublishedId } from '../../contract/identifiers/published-id.ts';
import { isCalendarDate } from '../../contract/periods/calendar-date.ts';
import { parseEdtf } from '../../contract/periods/parse-edtf.ts';
import type { CsvRow } from '../../storage/read-csv-file.ts';
import type { PublicationFault } from './publication-fault.ts';

const NUMBER = /^\d+(\.\d+)?$/;

/** Reads the cells of one row by rule; a cell that breaks its rule becomes a fault, and reading goes on so that all faults are told at once. */
export class RowReader {
  readonly #file: string;
  readonly #row: number;
  readonly #cells: CsvRow;
  readonly #faults: PublicationFault[];
  readonly #refused = new Set<string>();

  constructor(file: string, row: number, cells: CsvRow, faults: PublicationFault[]) {
    this.#file = file;
    this.#row = row;
    this.#cells = cells;
    this.#faults = faults;
  }

  /** Tells a fault of a cell. The first rule it breaks is its fault: what follows from that would only repeat it. */
  refuse(column: string, rule: string): void {
    if (this.#refused.has(column)) return;
    this.#refused.add(column);
    this.#faults.push({ file: this.#file, row: this.#row, column, value: this.#cells[column] ?? null, rule });
  }

  /** Whether the cell broke a rule already. */
  isRefused(column: string): boolean {
    return this.#refused.has(column);
  }

  /** The cell as it stands; null when it is empty. */
  text(column: string): string | null {
    return this.#cells[column] ?? null;
  }

  /** The cell, which may not be empty. */
  required(column: string): string {
    const cell = this.text(column);
    if (cell === null) this.refuse(column, 'must not be empty');
    return cell ?? '';
  }

  /** The cell where it satisfies a rule; null when it is empty. */
  checked(column: string, isValid: (text: string) => boolean, rule: string): string | null {
    const cell = this.text(column);
    if (cell !== null && !isValid(cell)) this.refuse(column, rule);
    return cell;
  }

  /** An id of this owner and type. */
  ownId(column: string, owner: string, type: string): string {
    const id = this.required(column);
    if (!isPublishedId(id) || !id.startsWith(`${owner}:${type}:`)) this.refuse(column, `must read ${owner}:${type}:…`);
    return id;
  }

  /** An id of any owner; null when it is empty. */
  id(column: string): string | null {
    return this.checked(column, isPublishedId, 'must be an id such as kz:action:arys-relief');
  }

  /** The parts of a cell between bars; none when it is empty. */
  list(column: string): string[] {
    return this.text(column)?.split('|') ?? [];
  }

  idList(column: string): string[] {
    const ids = this.list(column);
    if (!ids.every(isPublishedId)) this.refuse(column, 'must be ids such as kz:action:arys-relief, with | between them');
    return ids;
  }

  /** One of the codes of a closed list. */
  oneOf(column: string, codes: readonly string[]): string {
    const code = this.required(column);
    if (!codes.includes(code)) this.refuse(column, `must be one of ${codes.join(', ')}`);
    return code;
  }

  number(column: string): number | null {
    const cell = this.checked(column, (text) => NUMBER.test(text), 'must be a number such as 51.5');
    // What is no number was told already: read on as if it were empty, or one wrong cell would accuse its neighbors.
    return cell === null || !NUMBER.test(cell) ? null : Number(cell);
  }

  integer(column: string): number | null {
    const cell = this.checked(column, (text) => /^\d{1,9}$/.test(text), 'must be a whole number');
    return cell === null ? null : Number(cell);
  }

  /** true or false as 1 or 0; null when it is empty. */
  flag(column: string): number | null {
    const cell = this.checked(column, (text) => text === 'true' || text === 'false', 'must be true or false');
    return cell === null ? null : Number(cell === 'true');
  }

  date(column: string): string | null {
    return this.checked(column, isCalendarDate, 'must be a date, YYYY-MM-DD');
  }

  webAddress(column: string): string | null {
    return this.checked(column, (text) => /^https?:/.test(text) && URL.canParse(text), 'must be a web address');
  }

  edtf(column: string): string | null {
    return this.checked(column, (text) => parseEdtf(text) !== null, 'must be an EDTF period such as 2023-01?/');
  }
}
