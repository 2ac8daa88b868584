export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Two digits behind the point are all that a measured ratio is worth. */
export function rounded(figure: number): number {
  return Number(figure.toFixed(2));
}
