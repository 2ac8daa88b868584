const LETTERS = 26;

/**
 * The letters a spreadsheet gives a column.
 * Shape   index from 0 -> A … Z, AA …
 */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? last : columnLetter(Math.floor(index / LETTERS) - 1) + last;
}

/**
 * The column of a cell's address.
 * Shape   `C7` or `c7` -> 2; NaN when it begins with no letter
 */
export function columnIndex(address: string): number {
  let index = 0;
  for (let at = 0; at < address.length; at++) {
    const letter = address.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    index = index * LETTERS + letter - 64;
  }
  return index === 0 ? Number.NaN : index - 1;
}
