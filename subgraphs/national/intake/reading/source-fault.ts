import { columnLetter } from './column-letter.ts';
import { type SourceFaultCode, sourceFaults } from './source-faults.ts';

/** Where a fault is: the row as a text editor or spreadsheet counts, the column by letter and by its name where the header is known. */
export interface SourcePlace {
  readonly row?: number;
  /** Index of the column, from 0. */
  readonly column?: number;
  readonly name?: string;
}

/** The words of a fault's sentence. Never a cell of a row: it may be personal. */
export interface SourceFaultWords {
  readonly found?: string | number;
  readonly limit?: string | number;
  readonly accepted?: readonly string[];
}

/**
 * A source file, or one row of it, that cannot be read as it is; the message says where and what to do.
 * Shape   stable `code`, `row` and `column` where they are known, `accepted` values
 * Source  schema/ERRORS.md, "Files that are read"
 */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
  readonly code: SourceFaultCode;
  readonly row: number | null;
  readonly column: { readonly index: number; readonly letter: string; readonly name: string | null } | null;
  readonly accepted: readonly string[];
  /** The sentence without its place, for tables that show the place in columns of their own. */
  readonly rule: string;

  constructor(code: SourceFaultCode, place: SourcePlace = {}, words: SourceFaultWords = {}, cause?: unknown) {
    const column =
      place.column === undefined ? null : { index: place.column, letter: columnLetter(place.column), name: place.name ?? null };
    const rule = sentence(code, words);
    super(`${placeWords(place.row, column)}${rule}`, cause === undefined ? {} : { cause });
    this.code = code;
    this.row = place.row ?? null;
    this.column = column;
    this.accepted = words.accepted ?? [];
    this.rule = rule;
  }
}

function placeWords(row: number | undefined, column: SourceFault['column']): string {
  const words = [
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`column ${column.letter}${column.name === null ? '' : ` (${column.name})`}`]),
  ];
  return words.length === 0 ? '' : `${words.join(', ')}: `;
}

function sentence(code: SourceFaultCode, words: SourceFaultWords): string {
  const given: Record<string, string> = {
    found: String(words.found ?? ''),
    limit: String(words.limit ?? ''),
    accepted: words.accepted?.join(', ') ?? '',
  };
  return sourceFaults[code].replace(/\{(\w+)\}/g, (_, word: string) => given[word] ?? '');
}
