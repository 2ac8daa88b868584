import { refuse } from '../check-rows.ts';
import { cleanCell } from '../clean-cell.ts';
import type { RawRow } from '../raw-row.ts';
import type { SourceLimits, SourceOptions } from '../source-options.ts';
import type { SourceTable } from '../source-table.ts';
import type { SourceWarnings } from '../source-warning.ts';
import { tableOfRows } from '../table-of-rows.ts';
import { damageOf, type DamagePattern, shownText } from '../text/damaged-text.ts';
import type { SourceText } from '../text/source-text.ts';
import { findSeparator } from './find-separator.ts';
import { RecordSplitter } from './split-records.ts';

/**
 * Opens text with separators as a table.
 * Errors  SourceFault
 */
export async function openCsvTable(
  text: SourceText,
  options: SourceOptions,
  limits: SourceLimits,
  warnings: SourceWarnings,
): Promise<SourceTable> {
  const pieces = text.decode();
  const { sample, isWhole } = await takeSample(pieces);
  const { separator, skipped } = findSeparator(sample, isWhole, options.separator);
  const splitter = new RecordSplitter({ separator, recordLength: limits.recordLength }, skipped > 0 ? 2 : 1);
  const close = async (): Promise<void> => {
    await pieces.return(undefined);
  };
  return tableOfRows(
    {
      format: 'CSV',
      encoding: text.encoding,
      hasByteOrderMark: text.markLength > 0,
      separator,
      sheet: null,
      bytes: text.bytes,
      rows: readRows(sample.slice(skipped), pieces, splitter, damageOf(text)),
      merged: [],
      isCounted: true,
      close,
    },
    options,
    limits,
    warnings,
  );
}

/** Enough text to see a few lines; the first piece of a file nearly always is. */
async function takeSample(pieces: AsyncGenerator<string>): Promise<{ sample: string; isWhole: boolean }> {
  const ENOUGH = 65_536;
  let sample = '';
  while (sample.length < ENOUGH) {
    const { done, value } = await pieces.next();
    if (done) return { sample, isWhole: true };
    sample += value;
  }
  return { sample, isWhole: false };
}

async function* readRows(
  first: string,
  pieces: AsyncGenerator<string>,
  splitter: RecordSplitter,
  damage: DamagePattern,
): AsyncGenerator<RawRow[]> {
  let before: PieceState = { isComposed: true, isDamaged: false };
  const take = (piece: string, isLast: boolean): RawRow[] => {
    const here = { isComposed: piece.normalize('NFC') === piece, isDamaged: damage.isIn(piece) };
    const rows = splitter.take(piece, isLast);
    // The first of these records may have begun in the piece before.
    cleanRows(rows, here.isComposed && before.isComposed, here.isDamaged || before.isDamaged ? damage : null);
    before = here;
    return rows;
  };
  yield take(first, false);
  for await (const piece of pieces) yield take(piece, false);
  yield take('', true);
}

interface PieceState {
  readonly isComposed: boolean;
  readonly isDamaged: boolean;
}

function cleanRows(rows: readonly RawRow[], isComposed: boolean, damage: DamagePattern | null): void {
  for (const row of rows) {
    const { cells } = row;
    if (damage) refuseDamage(row, damage);
    for (let column = 0; column < cells.length; column++) cells[column] = cleanCell(cells[column] ?? '', isComposed);
  }
}

function refuseDamage(row: RawRow, damage: DamagePattern): void {
  for (const [column, cell] of row.cells.entries()) {
    const code = damage.find(cell ?? '');
    if (code === null) continue;
    const shown = shownText(cell ?? '');
    refuse(row, code, { column }, { found: damage.encoding }, shown);
    row.cells[column] = shown;
  }
}
