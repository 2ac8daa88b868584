import { LRUCache } from 'lru-cache';
import type { GatewayLimits } from '../limits.ts';

/** Counts what each client takes within a minute. */
export interface Rate {
  /** Counts a request; gives the seconds to wait when it is one too many, else null. */
  takeRequest(client: string): number | null;
  /** Counts points of cost; gives the seconds to wait when they are too many, else null. */
  takeCost(client: string, points: number): number | null;
}

/** One client's minute. */
interface Minute {
  readonly endsAtMs: number;
  taken: number;
}

const MINUTE_MS = 60_000;

/** Clients that are counted at once; the one that has not asked for longest is forgotten first, so that no number of addresses fills the memory. */
const MAX_CLIENTS = 50_000;

/**
 * Counters in this process's memory. A client's minute begins with its first request and ends by itself.
 * Shape   limits, milliseconds of a clock that never goes back -> counters
 */
export function createRate({ requestsPerMinute, costPerMinute }: GatewayLimits, now: () => number): Rate {
  const takeRequest = counter(requestsPerMinute, now);
  return { takeRequest: (client) => takeRequest(client, 1), takeCost: counter(costPerMinute, now) };
}

function counter(perMinute: number, now: () => number): (client: string, points: number) => number | null {
  if (perMinute === 0) return () => null;
  const minutes = new LRUCache<string, Minute>({ max: MAX_CLIENTS });
  return (client, points) => {
    const at = now();
    let minute = minutes.get(client);
    if (minute === undefined || at >= minute.endsAtMs) {
      minute = { endsAtMs: at + MINUTE_MS, taken: 0 };
      minutes.set(client, minute);
    }
    minute.taken += points;
    return minute.taken <= perMinute ? null : Math.max(1, Math.ceil((minute.endsAtMs - at) / 1_000));
  };
}
