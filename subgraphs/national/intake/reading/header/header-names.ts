import { columnLetter } from '../column-letter.ts';
import type { RawRow } from '../raw-row.ts';
import { SourceFault } from '../source-fault.ts';
import type { MergedRange } from './merged-range.ts';

export interface HeaderNames {
  readonly names: readonly string[];
  /** Columns without a name that held nothing so far: what appears in them later is a fault. */
  readonly unnamed: readonly number[];
}

/**
 * The names of a header, one per column; the words of several rows are joined, merged cells reach over all their columns.
 * Shape   rows of the header, rows below it -> names
 * Errors  HEADER_EMPTY, HEADER_REPEATED, COLUMNS_TOO_MANY; they name columns by letter only, since a header that is none holds data
 */
export function namesOf(
  header: readonly RawRow[],
  below: readonly RawRow[],
  merged: readonly MergedRange[],
  maxColumns: number,
): HeaderNames {
  const grid = header.map(({ row, cells }) => fillMerged(row, [...cells], header, merged));
  const width = Math.max(...grid.map((cells) => cells.findLastIndex((cell) => cell !== null) + 1));
  const last = header.at(-1)?.row ?? 1;
  if (width > maxColumns) throw new SourceFault('COLUMNS_TOO_MANY', { row: last }, { limit: maxColumns });
  if (grid.length > 1 && merged.length === 0) fillGroups(grid, width);
  const names: string[] = [];
  const unnamed: number[] = [];
  const seen = new Map<string, number>();
  for (let column = 0; column < width; column++) {
    const words = grid
      .map((cells) => cells[column]?.replace(/\s+/g, ' ') ?? '')
      .filter((word, row, all) => word !== '' && word !== all[row - 1]);
    let name = words.join(' / ');
    if (name === '') {
      if (below.some(({ cells }) => (cells[column] ?? null) !== null)) throw new SourceFault('HEADER_EMPTY', { row: last, column });
      unnamed.push(column);
      name = `column ${columnLetter(column)}`;
    }
    const earlier = seen.get(name);
    if (earlier !== undefined) throw new SourceFault('HEADER_REPEATED', { row: last, column }, { found: columnLetter(earlier) });
    seen.set(name, column);
    names.push(name);
  }
  return { names, unnamed };
}

/** Every cell of a merged range shows what its first cell holds. */
function fillMerged(row: number, cells: (string | null)[], header: readonly RawRow[], merged: readonly MergedRange[]): (string | null)[] {
  for (const { firstRow, lastRow, firstColumn, lastColumn } of merged) {
    const source = header.find((candidate) => candidate.row === firstRow);
    if (!source || row < firstRow || row > lastRow) continue;
    for (let column = firstColumn; column <= lastColumn; column++) cells[column] = source.cells[firstColumn] ?? null;
  }
  for (let column = 0; column < cells.length; column++) cells[column] ??= null;
  return cells;
}

/** Without marks of merging, a gap belongs to the group on its left where a lower row has a word. */
function fillGroups(grid: (string | null)[][], width: number): void {
  for (const [level, cells] of grid.slice(0, -1).entries()) {
    for (let column = 1; column < width; column++) {
      const hasWordBelow = grid.slice(level + 1).some((lower) => (lower[column] ?? null) !== null);
      if ((cells[column] ?? null) === null && hasWordBelow) cells[column] = cells[column - 1] ?? null;
    }
  }
}
