const TOTALS = /^(?:итого|всего|жиыны|барлығы|жами|jami|total|grand total)(?=$|[\s:.,])/i;
const NUMBER = /^[-+]?[\d \u00A0\u202F]+(?:[.,]\d+)?%?$|^[-–—]$/;
/** First letters of the words: asked first, since nearly no row begins with one. */
const INITIALS = new Set('ИиВвЖжБбJjTtGg'.split('').map((letter) => letter.charCodeAt(0)));

/**
 * Whether a row is the total of others: its first cell says so, and all others hold numbers or nothing. A row that also holds words is data.
 */
export function isTotalsRow(cells: readonly (string | null)[]): boolean {
  let first = 0;
  while (first < cells.length && cells[first] === null) first += 1;
  const label = cells[first];
  if (cells.length < 2 || label === null || label === undefined || !INITIALS.has(label.charCodeAt(0)) || !TOTALS.test(label)) return false;
  return cells.every((cell, index) => index <= first || cell === null || NUMBER.test(cell));
}
