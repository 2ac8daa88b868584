import type { Qualifier } from '../../contract/enums/qualifier.ts';
import { addDecimals } from './decimal.ts';
import type { Figure } from './figure.ts';
import { compareShapes, type Shape, type Tail, traitsOf } from './qualifier-traits.ts';

/** Whether several figures make their sum or the greatest of them. */
export type Fold = 'SUM' | 'MAX';

/** A figure with a number, as it enters a sum. */
export type Part = Figure & { readonly value: number };

/** What parts add up to. Refused: value and qualifier are null, the bounds stay. */
export type AddedUp =
  | (Part & { readonly refusal: null })
  | (Omit<Figure, 'qualifier'> & { readonly qualifier: null; readonly refusal: 'OPPOSITE_BOUNDS' });

/** The neutral element: adding it changes nothing. */
export const NOTHING: AddedUp = { value: 0, lower: 0, lowerOpen: false, upper: 0, upperOpen: false, qualifier: 'EXACT', refusal: null };

/** What can only add more: a country that did not answer, a part that may already be counted. */
export const AT_LEAST_NOTHING: Part = { value: 0, lower: 0, lowerOpen: false, upper: null, upperOpen: null, qualifier: 'AT_LEAST' };

/**
 * Adds figures up, or takes the greatest, with their bounds and words. The order of the parts makes no difference.
 * Shape   figures with numbers of at least zero, fold -> figure or refusal; of no parts: EXACT 0
 * Source  schema/GLOSSARY.md, "adding"
 */
export function addUp(parts: readonly Part[], fold: Fold): AddedUp {
  return parts.reduce<AddedUp>((sum, part) => addTwo(sum, { ...part, refusal: null }, fold), NOTHING);
}

/** One step of `addUp`, for sums that grow; a refused sum stays refused whatever is added. */
export function addTwo(a: AddedUp, b: AddedUp, fold: Fold): AddedUp {
  const bounds = { ...lowerOf(a, b, fold), ...upperOf(a, b, fold) };
  const words = a.refusal !== null || b.refusal !== null ? null : joinWords(a.qualifier, b.qualifier, bounds);
  if (words === null || a.refusal !== null || b.refusal !== null) {
    return { value: null, ...bounds, qualifier: null, refusal: 'OPPOSITE_BOUNDS' };
  }
  const value = fold === 'SUM' ? addDecimals(a.value, b.value) : Math.max(a.value, b.value);
  return { value, ...bounds, qualifier: words, refusal: null };
}

type Bounds = Pick<Figure, 'lower' | 'lowerOpen' | 'upper' | 'upperOpen'>;

/** Nothing counted is negative, so a part without a lower bound still counts from 0; only a bare 0 made of such parts is no bound. */
function lowerOf(a: Bounds, b: Bounds, fold: Fold): Pick<Bounds, 'lower' | 'lowerOpen'> {
  const [leastA, leastB] = [a.lower ?? 0, b.lower ?? 0];
  const [isOpenA, isOpenB] = [a.lowerOpen === true, b.lowerOpen === true];
  const lower = fold === 'SUM' ? addDecimals(leastA, leastB) : Math.max(leastA, leastB);
  // Of the greatest, the bound is that of the parts that reach it: "more than 5" beside 10 leaves 10 possible.
  const isOpen = fold === 'SUM' ? isOpenA || isOpenB : (isOpenA && leastA === lower) || (isOpenB && leastB === lower);
  if (lower === 0 && !isOpen && (a.lower === null || b.lower === null)) return { lower: null, lowerOpen: null };
  return { lower, lowerOpen: isOpen };
}

function upperOf(a: Bounds, b: Bounds, fold: Fold): Pick<Bounds, 'upper' | 'upperOpen'> {
  if (a.upper === null || b.upper === null) return { upper: null, upperOpen: null };
  const [isOpenA, isOpenB] = [a.upperOpen === true, b.upperOpen === true];
  if (fold === 'SUM') return { upper: addDecimals(a.upper, b.upper), upperOpen: isOpenA || isOpenB };
  const upper = Math.max(a.upper, b.upper);
  return { upper, upperOpen: (isOpenA || a.upper < upper) && (isOpenB || b.upper < upper) };
}

/** The words for both together; null when one part leaves it open upwards and the other downwards. */
function joinWords(a: Qualifier, b: Qualifier, { lowerOpen, upperOpen }: Bounds): Qualifier | null {
  const [traitsA, traitsB] = [traitsOf(a), traitsOf(b)];
  const shape = compareShapes(traitsA.shape, traitsB.shape) >= 0 ? traitsA.shape : traitsB.shape;
  const tail = joinTails(traitsA.tail, traitsB.tail);
  if (tail === null) return null;
  if (tail === 'up') return shape === 'sharp' ? (lowerOpen === true ? 'MORE_THAN' : 'AT_LEAST') : 'ABOUT_OR_MORE';
  if (tail === 'down') return shape === 'sharp' ? (upperOpen === true ? 'LESS_THAN' : 'UP_TO') : 'ABOUT_OR_LESS';
  return plainWords(shape, a === 'RANGE' || b === 'RANGE');
}

function joinTails(a: Tail, b: Tail): Tail | null {
  if (a === 'none' || a === b) return b;
  return b === 'none' ? a : null;
}

function plainWords(shape: Shape, hasRange: boolean): Qualifier {
  if (shape === 'sharp') return 'EXACT';
  return shape === 'vague' ? 'ABOUT' : hasRange ? 'RANGE' : 'ROUNDED';
}
