/** The middle one of some numbers, or the mean of the two in the middle; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) && sorted.length > 0 ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}
