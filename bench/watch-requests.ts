import { subscribe } from 'node:diagnostics_channel';
import type { Usage } from './member-message.ts';

interface SentRequest {
  readonly origin?: unknown;
  readonly headers?: unknown;
}

/**
 * Counts the requests that this process sends, as undici tells of them, and how many are under way at one time.
 * Shape   -> function that gives what was counted since its last call
 */
export function watchRequests(): () => Pick<Usage, 'asked' | 'mostUnderWay'> {
  const underWay = new Set<SentRequest>();
  let asked: Record<string, number> = {};
  let mostUnderWay = 0;
  const requestOf = (message: unknown): SentRequest => (message as { request: SentRequest }).request;
  subscribe('undici:request:create', (message) => {
    const request = requestOf(message);
    if (isLook(request)) return;
    underWay.add(request);
    mostUnderWay = Math.max(mostUnderWay, underWay.size);
    const origin = String(request.origin);
    asked[origin] = (asked[origin] ?? 0) + 1;
  });
  for (const end of ['undici:request:trailers', 'undici:request:error']) {
    subscribe(end, (message) => underWay.delete(requestOf(message)));
  }
  return () => {
    const counted = { asked, mostUnderWay };
    asked = {};
    mostUnderWay = underWay.size;
    return counted;
  };
}

/** The hub looks at every country in the background, whatever it is asked. */
function isLook({ headers }: SentRequest): boolean {
  return Array.isArray(headers) ? headers.some((header) => String(header).startsWith('probe-')) : String(headers).includes('probe-');
}
