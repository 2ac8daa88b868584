const firstMs = 500;
const mostMs = 30_000;

/**
 * How long to wait before a crashed process is started again: half a second at first, doubled each time, half a minute at most.
 * Shape   crashes in a row, this one included (1, 2, …) -> milliseconds
 */
export function restartPause(crashesInARow: number): number {
  return Math.min(firstMs * 2 ** (crashesInARow - 1), mostMs);
}
