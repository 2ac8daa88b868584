import { SYNTHETIC_PREFIX } from '../synthetic-key.ts';

/** The key of a made-up row: letter of its kind, number of its unit, and of the row within the unit where there are several. */
export function synthKey(letter: string, unit: number, row?: number): string {
  const number = String(unit + 1).padStart(7, '0');
  return row === undefined ? `${SYNTHETIC_PREFIX}${letter}-${number}` : `${SYNTHETIC_PREFIX}${letter}-${number}-${row + 1}`;
}

/** The key of a made-up person, by which other rows refer to it. */
export const personKey = (unit: number): string => synthKey('P', unit);
