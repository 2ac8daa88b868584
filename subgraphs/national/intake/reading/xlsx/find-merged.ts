import { columnIndex } from '../column-letter.ts';
import type { MergedRange } from '../header/merged-range.ts';

const RANGE = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** A piece of a tag that the next chunk may complete. */
const OVERLAP = 200;
/** Ranges below belong to no header. */
const LAST_HEADER_ROW = 1_000;

/**
 * The merged ranges near the top of a sheet. They stand behind all rows, so the sheet is looked through for them before it is read.
 * Shape   inflated sheet -> ranges
 */
export async function findMerged(chunks: AsyncIterable<Buffer>): Promise<MergedRange[]> {
  const ranges: MergedRange[] = [];
  let before = '';
  let isBehindRows = false;
  for await (const chunk of chunks) {
    isBehindRows ||= chunk.includes('mergeCell');
    const text = isBehindRows ? before + chunk.toString('latin1') : chunk.subarray(-OVERLAP).toString('latin1');
    if (isBehindRows) {
      let end = 0;
      for (const match of text.matchAll(RANGE)) {
        end = match.index + match[0].length;
        const [, left = '', top, right = '', bottom] = match;
        const range = {
          firstRow: Number(top),
          lastRow: Number(bottom),
          firstColumn: columnIndex(left),
          lastColumn: columnIndex(right),
        };
        if (range.firstRow <= LAST_HEADER_ROW) ranges.push(range);
      }
      before = text.slice(Math.max(end, text.length - OVERLAP));
    } else before = text;
  }
  return ranges;
}
