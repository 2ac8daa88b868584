import { stat } from 'node:fs/promises';
import { SourceFault } from '../source-fault.ts';
import type { SourceLimits, SourceOptions } from '../source-options.ts';
import type { SourceTable } from '../source-table.ts';
import type { SourceWarnings } from '../source-warning.ts';
import { tableOfRows } from '../table-of-rows.ts';
import { findMerged } from './find-merged.ts';
import { type Archive, openArchive } from './open-archive.ts';
import { readSharedStrings } from './read-shared-strings.ts';
import { readSheet } from './read-sheet.ts';
import { readStyles } from './read-styles.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './read-workbook.ts';

/**
 * Opens one sheet of a workbook as a table.
 * Errors  SourceFault
 */
export async function openXlsxTable(
  file: string,
  options: SourceOptions,
  limits: SourceLimits,
  warnings: SourceWarnings,
): Promise<SourceTable> {
  const archive = await openArchive(file, limits);
  try {
    const workbook = await readWorkbook(archive);
    const sheet = chooseSheet(workbook, options.sheet, warnings);
    const context = {
      strings: await readSharedStrings(archive, workbook.sharedStringsPart),
      styles: await readStyles(archive, workbook.stylesPart),
      isEpoch1904: workbook.isEpoch1904,
    };
    const merged = await findMerged(archive.read(sheet.part));
    const bytes = { total: (await stat(file)).size, read: 0 };
    const chunks = measured(archive, sheet.part, bytes);
    const known = { format: 'XLSX', encoding: null, hasByteOrderMark: false, separator: null, sheet: sheet.name } as const;
    const rows = readSheet(chunks, context, warnings, limits.columns);
    const source = { ...known, bytes, rows, merged, isCounted: false, close: () => archive.close() };
    return await tableOfRows(source, options, limits, warnings);
  } catch (error) {
    await archive.close();
    throw error;
  }
}

function chooseSheet({ sheets }: Workbook, named: string | undefined, warnings: SourceWarnings): WorkbookSheet {
  const accepted = sheets.map(({ name }) => name);
  const chosen = named === undefined ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]) : sheets.find(({ name }) => name === named);
  if (!chosen) throw new SourceFault('SHEET_UNKNOWN', {}, { found: named === undefined ? '' : `"${named}"`, accepted });
  if (chosen.isHidden) warnings.add('SHEET_IS_HIDDEN', { name: chosen.name });
  for (const sheet of sheets) if (sheet !== chosen) warnings.add(sheet.isHidden ? 'HIDDEN_SHEET' : 'OTHER_SHEET', { name: sheet.name });
  return chosen;
}

/** Tells how far the file was read by how far the sheet was. */
async function* measured(archive: Archive, part: string, bytes: { readonly total: number; read: number }): AsyncGenerator<Buffer> {
  const size = Math.max(archive.sizeOf(part), 1);
  let inflated = 0;
  for await (const chunk of archive.read(part)) {
    inflated += chunk.length;
    bytes.read = Math.min(bytes.total, Math.round((inflated / size) * bytes.total));
    yield chunk;
  }
}
