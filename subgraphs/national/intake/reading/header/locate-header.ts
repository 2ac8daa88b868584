// Long on purpose: each rule only holds after the ones above it failed.
import type { RawRow } from '../raw-row.ts';
import { SourceFault } from '../source-fault.ts';
import type { SourceOptions } from '../source-options.ts';
import type { SourceWarnings } from '../source-warning.ts';
import { firstDataLikeCell, isNumberingRow } from './looks-like-data.ts';
import type { MergedRange } from './merged-range.ts';

/** The rows of a header among the first rows of a table: indexes into them, and where the data begin. */
export interface HeaderPlace {
  readonly first: number;
  readonly last: number;
  readonly dataFrom: number;
}

const isBlank = ({ cells }: RawRow): boolean => cells.every((cell) => cell === null);
const filledIn = ({ cells }: RawRow): number => cells.filter((cell) => cell !== null).length;
const extentOf = ({ cells }: RawRow): number => cells.findLastIndex((cell) => cell !== null) + 1;

/**
 * Finds the header: rows above it are titles, several rows may form it, and a row below it may only number the columns.
 * Shape   first rows of the table, cleaned -> place
 * Errors  FILE_EMPTY, HEADER_MISSING, HEADER_UNCLEAR, OPTION_INVALID; those of the names are namesOf's
 */
export function locateHeader(
  rows: readonly RawRow[],
  merged: readonly MergedRange[],
  { headerRow, headerRows }: Pick<SourceOptions, 'headerRow' | 'headerRows'>,
  warnings: SourceWarnings,
): HeaderPlace {
  if (rows.every(isBlank)) throw new SourceFault('FILE_EMPTY');
  const first = headerRow === undefined ? findFirst(rows, merged, headerRows) : pointedRow(rows, headerRow);
  for (const row of rows.slice(0, first)) if (!isBlank(row)) warnings.add('TITLE_ROW', { row: row.row });
  const count = headerRows ?? countRows(rows, first, merged);
  const last = Math.min(first + count, rows.length) - 1;
  if (count > 1) warnings.add('HEADER_ROWS_JOINED', { row: rows[first]?.row ?? 1, lastRow: rows[last]?.row ?? 1 });
  const below = rows[last + 1];
  const isNumbered = below !== undefined && isNumberingRow(below.cells);
  if (isNumbered) warnings.add('NUMBERING_ROW', { row: below.row });
  return { first, last, dataFrom: last + (isNumbered ? 2 : 1) };
}

function pointedRow(rows: readonly RawRow[], headerRow: number): number {
  const index = rows.findIndex(({ row }) => row === headerRow);
  const pointed = rows[index];
  if (!pointed || isBlank(pointed)) {
    const accepted = rows.filter((row) => !isBlank(row)).map(({ row }) => String(row));
    throw new SourceFault('OPTION_INVALID', {}, { found: `header row ${headerRow}`, accepted: accepted.slice(0, 9) });
  }
  return index;
}

function findFirst(rows: readonly RawRow[], merged: readonly MergedRange[], headerRows: number | undefined): number {
  const width = usualWidth(rows);
  for (const [index, row] of rows.entries()) {
    if (isBlank(row)) continue;
    const isFull = extentOf(row) >= width && filledIn(row) === extentOf(row);
    if (isFull) {
      if (isNumberingRow(row.cells)) continue;
      const column = firstDataLikeCell(row);
      if (column !== -1) throw new SourceFault('HEADER_MISSING', { row: row.row, column });
      return index;
    }
    if (headerRows !== undefined && filledIn(row) > 1) return index;
    if (countRows(rows, index, merged) > 1) return index;
    if (isTitle(row, width)) continue;
    refuseUnclear(row, rows[index + 1], width);
    return index;
  }
  return rows.findIndex((row) => !isBlank(row));
}

/** The width most rows have; of two that are as frequent, the larger. */
function usualWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (!isBlank(row)) counts.set(extentOf(row), (counts.get(extentOf(row)) ?? 0) + 1);
  return [...counts].reduce(
    (best, entry) => (entry[1] > best[1] || (entry[1] === best[1] && entry[0] > best[0]) ? entry : best),
    [0, 0],
  )[0];
}

/** One cell in a wide table, or a word and its value: "Period: | 2024". */
function isTitle(row: RawRow, width: number): boolean {
  if (filledIn(row) === 1) return width > 1;
  const [key, value] = row.cells.filter((cell) => cell !== null);
  return filledIn(row) === 2 && width > 2 && (key?.endsWith(':') === true || firstDataLikeCell({ row: 0, cells: [value ?? null] }) === 0);
}

/** A row with gaps above a full row of words: a header with gaps over its first data, a title, or one header of two rows. Nobody can tell. */
function refuseUnclear(row: RawRow, below: RawRow | undefined, width: number): void {
  if (!below || extentOf(below) < width || filledIn(below) < extentOf(below) || firstDataLikeCell(below) !== -1) return;
  throw new SourceFault('HEADER_UNCLEAR', { row: row.row }, { found: `${row.row} and ${below.row}` });
}

/** How many rows the header has that begins here; 1 unless merged cells or gaps that fit together say more. */
function countRows(rows: readonly RawRow[], first: number, merged: readonly MergedRange[]): number {
  const top = rows[first];
  if (!top || filledIn(top) < 2) return 1;
  const ranges = merged.filter(({ firstRow }) => firstRow === top.row);
  const tallest = Math.max(1, ...ranges.map(({ firstRow, lastRow }) => lastRow - firstRow + 1));
  const last = rows.findLastIndex(({ row }) => row < top.row + tallest);
  if (tallest > 1) return last - first + 1;
  const below = rows[first + 1];
  if (!below || below.row !== top.row + 1 || firstDataLikeCell(below) !== -1 || firstDataLikeCell(top) !== -1) return 1;
  const isGroupsOnly = ranges.some(({ firstColumn, lastColumn }) => lastColumn > firstColumn);
  return isGroupsOnly || fitTogether(top, below) ? 2 : 1;
}

/** Every gap above lies over a word below that continues a group, and some word above has nothing below: no row of data looks so. */
function fitTogether(top: RawRow, below: RawRow): boolean {
  const width = Math.max(extentOf(top), extentOf(below));
  let groupHasWord = false;
  let [standsAlone, continues] = [false, false];
  for (let column = 0; column < width; column++) {
    const [above, word] = [top.cells[column] ?? null, below.cells[column] ?? null];
    if (above === null && word === null) return false;
    if (above !== null) {
      groupHasWord = word !== null;
      standsAlone ||= word === null;
    } else {
      if (!groupHasWord) return false;
      continues = true;
    }
  }
  return standsAlone && continues;
}
