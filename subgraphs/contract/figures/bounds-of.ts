import type { Qualifier } from '../enums/qualifier.ts';

/** The least and the greatest value that the words of a number allow; null: the words set no such bound. */
export interface Bounds {
  readonly lower: number | null;
  readonly lowerOpen: boolean | null;
  readonly upper: number | null;
  readonly upperOpen: boolean | null;
}

const NONE: Bounds = { lower: null, lowerOpen: null, upper: null, upperOpen: null };

/**
 * The bounds that a qualifier gives a value. A RANGE has two numbers of its own, so its bounds cannot follow from one.
 * Shape   qualifier, value -> bounds; null for RANGE and OTHER, whose bounds the source itself says
 * Source  schema/GLOSSARY.md, "bounds"
 */
export function boundsOf(qualifier: Qualifier, value: number | null): Bounds | null {
  if (value === null) return NONE;
  switch (qualifier) {
    case 'EXACT':
      return { lower: value, lowerOpen: false, upper: value, upperOpen: false };
    case 'ROUNDED': {
      const half = halfOfLastDigit(value);
      return { lower: value - half, lowerOpen: false, upper: value + half, upperOpen: true };
    }
    case 'MORE_THAN':
      return { ...NONE, lower: value, lowerOpen: true };
    case 'AT_LEAST':
      return { ...NONE, lower: value, lowerOpen: false };
    case 'UP_TO':
      return { ...NONE, upper: value, upperOpen: false };
    case 'LESS_THAN':
      return { ...NONE, upper: value, upperOpen: true };
    case 'RANGE':
    case 'OTHER':
      return null;
    default:
      return NONE;
  }
}

/** Half a unit of the last non-zero digit: 5,000 for 130,000; 500 for 102,000; 0.05 for 1.5. */
function halfOfLastDigit(value: number): number {
  const [whole = '', fraction = ''] = String(value).split('.');
  const exponent = fraction === '' ? (/0*$/.exec(whole)?.[0].length ?? 0) : -fraction.length;
  return value === 0 ? 0.5 : Number(`0.5e${exponent}`);
}
