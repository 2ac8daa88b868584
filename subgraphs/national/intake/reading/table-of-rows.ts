import { RowChecker } from './check-rows.ts';
import { locateHeader } from './header/locate-header.ts';
import { namesOf } from './header/header-names.ts';
import type { MergedRange } from './header/merged-range.ts';
import type { RawRow } from './raw-row.ts';
import type { SourceLimits, SourceOptions } from './source-options.ts';
import type { SourceRow, SourceTable } from './source-table.ts';
import type { SourceWarnings } from './source-warning.ts';

/** Rows that are looked at before the header is decided. */
const PREVIEW = 200;

/** What a format's reader knows of its file. */
export interface RowSource extends Pick<SourceTable, 'format' | 'encoding' | 'hasByteOrderMark' | 'separator' | 'sheet' | 'bytes'> {
  readonly rows: AsyncGenerator<RawRow[]>;
  readonly merged: readonly MergedRange[];
  readonly isCounted: boolean;
  close(): Promise<void>;
}

/**
 * A table with a header of its own: finds the header, then hands the rows on as they come.
 * Errors  SourceFault; the source is closed then
 */
export async function tableOfRows(
  source: RowSource,
  options: SourceOptions,
  limits: SourceLimits,
  warnings: SourceWarnings,
): Promise<SourceTable> {
  try {
    const preview = await takeRows(source.rows, PREVIEW);
    const place = locateHeader(preview.slice(0, PREVIEW).map(withFaultsFilled), source.merged, options, warnings);
    const header = preview.slice(place.first, place.last + 1);
    const below = preview.slice(place.dataFrom);
    for (const { faults: [fault] = [] } of header) if (fault) throw fault;
    const { names, unnamed } = namesOf(header, below.slice(0, PREVIEW), source.merged, limits.columns);
    const checker = new RowChecker({ headers: names, unnamed, isCounted: source.isCounted, maxRows: limits.rows }, warnings);
    const { format, encoding, hasByteOrderMark, separator, sheet, bytes } = source;
    return {
      format,
      encoding,
      hasByteOrderMark,
      separator,
      sheet,
      bytes,
      headers: names,
      headerRow: preview[place.last]?.row ?? 1,
      warnings: warnings.list,
      rows: () => checkedRows(below, source.rows, checker),
      close: () => closeSource(source),
    };
  } catch (error) {
    await closeSource(source);
    throw error;
  }
}

/** Rows that nobody asks for any more hold the file open until they are told. */
async function closeSource(source: RowSource): Promise<void> {
  await source.rows.return(undefined);
  await source.close();
}

/** A cell that cannot be read is no gap. */
function withFaultsFilled(row: RawRow): RawRow {
  if (!row.faults) return row;
  const cells = [...row.cells];
  // What is at fault beyond the limit of columns has no place here.
  for (const { column } of row.faults) if (column && column.index < cells.length) cells[column.index] ??= '?';
  return { ...row, cells };
}

async function takeRows(batches: AsyncGenerator<RawRow[]>, count: number): Promise<RawRow[]> {
  const taken: RawRow[] = [];
  while (taken.length < count) {
    const { done, value } = await batches.next();
    if (done) break;
    taken.push(...value);
  }
  return taken;
}

async function* checkedRows(first: RawRow[], rest: AsyncGenerator<RawRow[]>, checker: RowChecker): AsyncGenerator<readonly SourceRow[]> {
  const begin = checker.check(first);
  if (begin.length > 0) yield begin;
  for await (const rows of rest) {
    const checked = checker.check(rows);
    // Handed on as they were read: rows that wait for others outlive the young generation, and cost more to clear away than to read.
    if (checked.length > 0) yield checked;
  }
}
