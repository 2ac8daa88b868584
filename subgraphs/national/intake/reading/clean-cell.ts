import { restoredText } from './neutralized-text.ts';

/**
 * A cell as the rest of intake sees it: outer blanks cut (also U+00A0 and U+202F), the mark of an export taken off, null when nothing is left.
 * The text must be NFC already, or `isComposed` false; `isMarked`: whether the format needs that mark.
 */
export function cleanCell(cell: string, isComposed: boolean, isMarked = true): string | null {
  if (cell === '') return null;
  const isRestored = isMarked && cell.charCodeAt(0) === APOSTROPHE;
  let text = isRestored ? restoredText(cell) : cell;
  if (mayBeBlank(text.charCodeAt(0)) || mayBeBlank(text.charCodeAt(text.length - 1))) text = text.trim();
  if (text === '') return null;
  if (!isComposed) text = text.normalize('NFC');
  return isMarked && !isRestored && text.charCodeAt(0) === APOSTROPHE ? restoredText(text) : text;
}

const APOSTROPHE = 39;

/** Everything that `trim` may cut, and some that it does not: asking it for every cell of a large file is slow. */
const mayBeBlank = (code: number): boolean =>
  code <= 32 || (code >= 0x85 && code <= 0xa0) || (code >= 0x1680 && code <= 0x3000) || code === 0xfeff;
