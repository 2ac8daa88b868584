import { openCsvTable } from './csv/open-csv-table.ts';
import { detectFormat } from './detect-format.ts';
import { openJsonTable } from './json/open-json-table.ts';
import { SourceFault } from './source-fault.ts';
import { sourceLimits, type SourceOptions } from './source-options.ts';
import { sourceFormats, type SourceTable } from './source-table.ts';
import { SourceWarnings } from './source-warning.ts';
import { openFile, openSourceText } from './text/source-text.ts';
import { openXlsxTable } from './xlsx/open-xlsx-table.ts';

const START = 65_536;

/**
 * Opens a file of any format that is read, finds out what it is and where its header stands, and gives its rows as a stream.
 * Shape   path, what the owner says about it -> SourceTable, to be closed by the caller
 * Errors  SourceFault
 * Source  docs/host-a-network.md, "Files that can be imported"
 */
export async function openSourceTable(file: string, options: SourceOptions = {}): Promise<SourceTable> {
  checkCounts(options);
  const limits = { ...sourceLimits, ...options.limits };
  const warnings = new SourceWarnings();
  const format = options.format ?? detectFormat(file, await readStart(file));
  if (format === 'XLSX') return openXlsxTable(file, options, limits, warnings);
  const text = await openSourceText(file, options.encoding);
  if (format === 'CSV') return openCsvTable(text, options, limits, warnings);
  return openJsonTable(text, format, options, limits, warnings);
}

function checkCounts({ format, headerRow, headerRows }: SourceOptions): void {
  if (format !== undefined && !sourceFormats.includes(format)) {
    throw new SourceFault('OPTION_INVALID', {}, { found: `format ${format}`, accepted: sourceFormats });
  }
  for (const [name, value] of Object.entries({ headerRow, headerRows })) {
    if (value !== undefined && (!Number.isInteger(value) || value < 1)) {
      throw new SourceFault('OPTION_INVALID', {}, { found: `${name} ${value}`, accepted: ['a whole number from 1'] });
    }
  }
}

async function readStart(file: string): Promise<Buffer> {
  const handle = await openFile(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(START), 0, START, 0);
    if (bytesRead === 0) throw new SourceFault('FILE_EMPTY');
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
