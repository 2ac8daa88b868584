import { extname } from 'node:path';
import { SourceFault } from './source-fault.ts';
import { type SourceFormat, sourceFormats } from './source-table.ts';

const startsWith = (bytes: Buffer, text: string): boolean => bytes.subarray(0, text.length).equals(Buffer.from(text, 'latin1'));

/** Files that people send instead of a table, by their first bytes. */
const strangers: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'an image'],
  ['\xff\xd8\xff', 'an image'],
  ['GIF8', 'an image'],
  ['Rar!', 'a RAR archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['\x1f\x8b', 'a gzip archive'],
  ['{\\rtf', 'a text document'],
  ['SQLite format 3', 'a database'],
  ['PAR1', 'a Parquet file'],
];

/**
 * The format of a file by its first bytes; its name decides only between formats of text.
 * Shape   path, first bytes (64 kB of a workbook are enough) -> format
 * Errors  FORMAT_UNKNOWN, FORMAT_OLD_EXCEL, FILE_ENCRYPTED
 */
export function detectFormat(file: string, start: Buffer): SourceFormat {
  if (startsWith(start, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    throw new SourceFault(start.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'FILE_ENCRYPTED' : 'FORMAT_OLD_EXCEL');
  }
  if (startsWith(start, 'PK')) return 'XLSX';
  const stranger = strangers.find(([bytes]) => startsWith(start, bytes));
  if (stranger) throw new SourceFault('FORMAT_UNKNOWN', {}, { found: stranger[1], accepted: sourceFormats });
  const text = start
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  if (/^<(?:!doctype|html|\?xml|table|meta|head|workbook)/i.test(text)) {
    throw new SourceFault('FORMAT_UNKNOWN', {}, { found: 'a page or XML', accepted: sourceFormats });
  }
  const isLines = ['.ndjson', '.jsonl'].includes(extname(file).toLowerCase());
  if (isLines) return 'NDJSON';
  if (/^\[\s*(?:\{|\]|$)/.test(text)) return 'JSON';
  if (/^\{\s*(?:"|\}|$)/.test(text)) return /^\{[^\n]*\}\s*\n\s*\{/.test(text) ? 'NDJSON' : 'JSON';
  return extname(file).toLowerCase() === '.json' ? 'JSON' : 'CSV';
}
