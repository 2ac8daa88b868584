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
      const { half, decimals } = halfOfLastDigit(value);
      return { lower: decimal(value - half, decimals), lowerOpen: false, upper: decimal(value + half, decimals), upperOpen: true };
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

/** Half a unit of the last non-zero digit, and the decimals a bound then has: 5,000 for 130,000; 500 for 102,000; 0.05 for 1.5. */
function halfOfLastDigit(value: number): { half: number; decimals: number } {
  const [whole = '', fraction = ''] = String(value).split('.');
  const exponent = fraction === '' ? (/0*$/.exec(whole)?.[0].length ?? 0) : -fraction.length;
  return { half: value === 0 ? 0.5 : Number(`0.5e${exponent}`), decimals: exponent > 0 ? 0 : 1 - exponent };
}

/** The number as it is written in decimals: binary arithmetic leaves a remainder that no source ever said. */
function decimal(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
