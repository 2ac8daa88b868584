import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { GatewayLimits } from '../limits.ts';

/** Counts what each client takes within a minute. */
export interface Rate {
  /** Counts a request; gives the seconds to wait when it is one too many, else null. */
  takeRequest(client: string): Promise<number | null>;
  /** Counts points of cost; gives the seconds to wait when they are too many, else null. */
  takeCost(client: string, points: number): Promise<number | null>;
}

const SECONDS = 60;

/** Counters in this process's memory; each client's end with its minute. */
export function createRate({ requestsPerMinute, costPerMinute }: GatewayLimits): Rate {
  return { takeRequest: counter(requestsPerMinute), takeCost: counter(costPerMinute) };
}

function counter(perMinute: number): (client: string, points?: number) => Promise<number | null> {
  if (perMinute === 0) return async () => null;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: SECONDS });
  return async (client, points = 1) => {
    try {
      await limiter.consume(client, points);
      return null;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
      throw refused;
    }
  };
}
