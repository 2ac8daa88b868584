const DURATION = /^P(?=\d|T\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNIT_MS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;
const DAY_MS = 86_400_000;

/**
 * How long a copy may stand in for an answer.
 * Shape   `sharing.lastKnownFor`, an ISO 8601 duration -> milliseconds; 0 where the owner allows none or says it in other words
 * Unit    milliseconds, a day at most
 */
export function copyLifetimeMs(lastKnownFor: string | null): number {
  const parts = lastKnownFor === null ? null : DURATION.exec(lastKnownFor);
  if (parts === null) return lastKnownFor !== null && /^P[1-9]\d*[YM]$/.test(lastKnownFor) ? DAY_MS : 0;
  const length = UNIT_MS.reduce((sum, unitMs, index) => sum + unitMs * Number(parts[index + 1] ?? 0), 0);
  return Math.min(length, DAY_MS);
}
