import type { RawRow } from '../raw-row.ts';

const NUMBER = /^[-+]?[\d \u00A0\u202F]+(?:[.,]\d+)?%?$/;
const DATE = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d{4}-\d{2}-\d{2}/;
const YEAR = /^(?:19|20)\d{2}$/;
const TYPED = 'ndtb';

/** The first cell of a row that no header would hold: a number that is no year, a date. -1 when every cell may be a name. */
export function firstDataLikeCell({ cells, kinds }: RawRow): number {
  return cells.findIndex((cell, index) => {
    if (cell === null || YEAR.test(cell)) return false;
    return TYPED.includes(kinds?.[index] ?? 's') || NUMBER.test(cell) || DATE.test(cell);
  });
}

/** Whether a row below the header only numbers the columns, as official forms do: 1, 2, 3, … or А, Б, 1, 2, … */
export function isNumberingRow(cells: readonly (string | null)[]): boolean {
  const filled = cells.filter((cell) => cell !== null);
  if (filled.length < 4) return false;
  const numbers = filled.filter((cell) => !/^\p{Lu}$/u.test(cell));
  const letters = filled.length - numbers.length;
  return numbers.length >= 2 && letters <= 3 && filled.slice(letters).every((cell, index) => cell === String(index + 1));
}
