// Long on purpose: where a record ends and what its cells are is only right when read together.
import { CsvError, parse } from 'csv-parse/sync';
import type { RawRow } from '../raw-row.ts';
import { SourceFault } from '../source-fault.ts';

export interface RecordSyntax {
  readonly separator: string;
  /** Characters of one record. */
  readonly recordLength: number;
}

/**
 * Records of a text that arrives in pieces. Lines without a quotation mark, nearly all of a registry, are split as they are, six times faster
 * than character by character; every record with one is read by csv-parse. Lines may end in LF, CRLF, CR or all of them.
 * Shape   pieces of text -> raw rows, each with the line on which its record begins
 * Errors  QUOTE_NOT_CLOSED, RECORD_TOO_LONG, with that line
 */
export class RecordSplitter {
  readonly #syntax: RecordSyntax;
  #rest = '';
  #line: number;

  constructor(syntax: RecordSyntax, firstLine: number) {
    this.#syntax = syntax;
    this.#line = firstLine;
  }

  /** The records that are whole with this piece; `isLast`: nothing follows. */
  take(piece: string, isLast: boolean): RawRow[] {
    const text = this.#rest + piece;
    const rows: RawRow[] = [];
    const end = this.#readRecords(text, isLast, rows);
    this.#rest = text.slice(end);
    if (this.#rest.length > this.#syntax.recordLength) {
      throw new SourceFault('RECORD_TOO_LONG', { row: this.#line }, { limit: this.#syntax.recordLength });
    }
    return rows;
  }

  /** Where the first record begins that is not whole yet. */
  #readRecords(text: string, isLast: boolean, rows: RawRow[]): number {
    const lines = new LineEnds(text, isLast);
    let at = 0;
    while (at < text.length) {
      const quote = text.indexOf('"', at);
      at = this.#splitLines(text, lines, at, quote === -1 ? text.length : quote, rows);
      if (quote === -1) break;
      const reached = this.#readQuoted(text, lines, at, rows);
      if (reached === at) break;
      at = reached;
    }
    return at;
  }

  /** Splits the lines that end before a quotation mark. A loop of its own: only so does the engine make it fast. */
  #splitLines(text: string, lines: LineEnds, from: number, before: number, rows: RawRow[]): number {
    const { separator, recordLength } = this.#syntax;
    let line = this.#line;
    let at = from;
    let width = 1;
    while (at < text.length) {
      const end = lines.endOf(at);
      if (end === -1 || end > before || end - at > recordLength) break;
      const cells = cellsBetween(text, at, end, separator, width);
      width = cells.length;
      rows.push({ row: line, cells });
      line += 1;
      at = lines.next(end);
    }
    this.#line = line;
    return at;
  }

  #add(cells: string[], lines: number, length: number, rows: RawRow[]): void {
    if (length > this.#syntax.recordLength) {
      throw new SourceFault('RECORD_TOO_LONG', { row: this.#line }, { limit: this.#syntax.recordLength });
    }
    rows.push({ row: this.#line, cells });
    this.#line += lines;
  }

  /** Reads the run of records with quotation marks that begins here, at once where it is regular. */
  #readQuoted(text: string, lines: LineEnds, from: number, rows: RawRow[]): number {
    const run: RecordExtent[] = [];
    let end = from;
    for (let extent = findRecord(text, lines, from); extent?.hasQuotes && extent.isWhole; extent = findRecord(text, lines, end)) {
      run.push(extent);
      end = extent.end;
    }
    const all = text.slice(from, end);
    const isOfSingleLines = run.every((record) => record.lines === 1);
    const records =
      this.#parse(all, 'exact', run.length) ??
      this.#parse(all, 'strict', run.length) ??
      (isOfSingleLines ? this.#parse(all, 'relaxed', run.length) : null);
    if (!records || run.length === 0) return this.#readOneByOne(text, lines, from, Math.max(end, from + 1), rows);
    for (const [index, cells] of records.entries()) {
      const extent = run[index];
      if (extent) this.#add(cells, extent.lines, extent.end - extent.start, rows);
    }
    return end;
  }

  /** A mark inside a cell may be a mere letter (5" pipe): then its line is whole alone. Otherwise a quotation is open, and must close. */
  #readOneByOne(text: string, lines: LineEnds, from: number, to: number, rows: RawRow[]): number {
    let at = from;
    while (at < to) {
      const extent = findRecord(text, lines, at);
      if (extent === null) return at;
      const { lineEnd, lineNext } = extent;
      const line = text.slice(at, lineEnd);
      const alone = line.includes('"') ? this.#parse(line, 'relaxed', 1)?.[0] : line.split(this.#syntax.separator);
      if (alone) {
        this.#add(alone, 1, line.length, rows);
        at = lineNext;
        continue;
      }
      if (!extent.isWhole && !lines.isLast) return at;
      const cells = this.#parse(text.slice(at, extent.end), 'strict', 1)?.[0];
      if (!cells) throw new SourceFault('QUOTE_NOT_CLOSED', { row: this.#line });
      this.#add(cells, extent.lines, extent.end - at, rows);
      at = extent.end;
    }
    return at;
  }

  /** Null where csv-parse finds another number of records, or none. */
  #parse(text: string, manner: QuoteManner, expected: number): string[][] | null {
    const { separator } = this.#syntax;
    try {
      const records = parse(text, {
        delimiter: separator,
        relax_quotes: manner === 'relaxed',
        relax_column_count: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        // A tab may be the separator itself.
        trim: manner !== 'exact' && separator !== '\t',
      });
      return records.length === expected ? records : null;
    } catch (error) {
      if (error instanceof CsvError) return null;
      throw error;
    }
  }
}

/** The cells of a line, as `split` would give them, without the text of the whole line. `usual`: how many there most likely are. */
function cellsBetween(text: string, from: number, end: number, separator: string, usual: number): string[] {
  // Of this length at once: one that grows from nothing would have room for seventeen.
  // oxlint-disable-next-line unicorn/no-new-array
  const cells = new Array<string>(usual);
  let count = 0;
  for (let at = from, next = from; next !== end; at = next + 1) {
    const found = text.indexOf(separator, at);
    next = found === -1 || found > end ? end : found;
    cells[count] = text.slice(at, next);
    count += 1;
  }
  if (cells.length !== count) cells.length = count;
  return cells;
}

/** As the standard has it, which is read fastest; with blanks between a separator and a mark; with marks inside cells. */
type QuoteManner = 'exact' | 'strict' | 'relaxed';

interface RecordExtent {
  readonly start: number;
  readonly end: number;
  readonly lines: number;
  readonly lineEnd: number;
  readonly lineNext: number;
  readonly hasQuotes: boolean;
  /** False where the text ends before the number of its quotation marks is even. */
  readonly isWhole: boolean;
}

/** The lines from here on until the number of quotation marks is even; null where not even one line is whole. */
function findRecord(text: string, lines: LineEnds, start: number): RecordExtent | null {
  const lineEnd = start < text.length ? lines.endOf(start) : -1;
  if (lineEnd === -1) return null;
  const first = { start, lineEnd, lineNext: lines.next(lineEnd) };
  let marks = 0;
  let count = 0;
  for (let at = start; at < text.length;) {
    const end = lines.endOf(at);
    if (end === -1) break;
    for (let mark = text.indexOf('"', at); mark !== -1 && mark < end; mark = text.indexOf('"', mark + 1)) marks += 1;
    count += 1;
    at = lines.next(end);
    if (marks % 2 === 0) return { ...first, end: at, lines: count, hasQuotes: marks > 0, isWhole: true };
  }
  return { ...first, end: text.length, lines: count, hasQuotes: true, isWhole: false };
}

/** Ends of lines in one piece of text; looks for lone carriage returns only where the piece holds one. */
class LineEnds {
  readonly #text: string;
  readonly isLast: boolean;
  readonly #hasLoneReturn: boolean;
  readonly #pattern = /\r\n?|\n/g;

  constructor(text: string, isLast: boolean) {
    this.#text = text;
    this.isLast = isLast;
    this.#hasLoneReturn = text.includes('\r') && /\r(?!\n)/.test(text);
  }

  /** Index of the line's end, without what ends it; -1 when the line is not whole yet. */
  endOf(from: number): number {
    if (!this.#hasLoneReturn) {
      const end = this.#text.indexOf('\n', from);
      if (end === -1) return this.isLast ? this.#text.length : -1;
      return end > from && this.#text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    }
    this.#pattern.lastIndex = from;
    const found = this.#pattern.exec(this.#text);
    if (!found) return this.isLast ? this.#text.length : -1;
    // A return at the end of the piece may be the first half of CRLF.
    if (found.index === this.#text.length - 1 && found[0] === '\r' && !this.isLast) return -1;
    return found.index;
  }

  /** Where the line after the one that ends here begins. */
  next(end: number): number {
    if (this.#text.charCodeAt(end) === 13) return this.#text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    return end + 1;
  }
}
