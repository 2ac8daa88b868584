import type { Figure } from './figure.ts';

type Bounds = Pick<Figure, 'lower' | 'lowerOpen' | 'upper' | 'upperOpen'>;

/**
 * Whether one value can satisfy both; no lower bound counts from 0, no upper bound has no limit.
 * Source  schema/GLOSSARY.md, "disjoint"
 */
export function boundsMeet(a: Bounds, b: Bounds): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** Whether every value of a is smaller than every value of b. */
export function isBelow(a: Bounds, b: Bounds): boolean {
  if (a.upper === null) return false;
  const least = b.lower ?? 0;
  const isOpen = a.upperOpen === true || (b.lower !== null && b.lowerOpen === true);
  return a.upper < least || (a.upper === least && isOpen);
}

/** Negative: a leaves less room than b. */
export function compareWidths(a: Bounds, b: Bounds): number {
  const [widthA, widthB] = [widthOf(a), widthOf(b)];
  if (widthA !== widthB) return widthA < widthB ? -1 : 1;
  // Both without end: the one that begins later lies inside the other.
  if (widthA === Infinity && a.lower !== b.lower) return (b.lower ?? 0) - (a.lower ?? 0);
  return openEnds(b) - openEnds(a);
}

function widthOf({ lower, upper }: Bounds): number {
  return upper === null ? Infinity : upper - (lower ?? 0);
}

function openEnds({ lowerOpen, upperOpen }: Bounds): number {
  return Number(lowerOpen === true) + Number(upperOpen === true);
}
