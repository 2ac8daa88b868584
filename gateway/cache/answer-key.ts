import type { AskedBytes } from '../../http/answer-keeper.ts';

/** What makes an answer somebody's own. */
const PRIVATE_HEADERS = ['authorization', 'cookie'] as const;
const MAX_ACCEPT = 200;

/** A page of another site cannot send it unasked; Apollo Server refuses a GET without it or one like it. */
const PREFLIGHT_HEADER = 'apollo-require-preflight';

/**
 * What two requests have in common that get the same bytes: how they ask, the media types that they take, and their own bytes.
 * A request's Cache-Control changes nothing: the gateway is the origin, and what it gives again it has validated.
 * Shape   request -> key, or null for one that is answered anew each time: it names a principal, or is a GET that the check against forged requests has to see
 */
export function answerKey({ method, url, headers, body }: AskedBytes): string | null {
  if (PRIVATE_HEADERS.some((name) => headers[name] !== undefined)) return null;
  const accept = headers.accept ?? '';
  if (accept.length > MAX_ACCEPT) return null;
  if (method === 'GET') return (headers[PREFLIGHT_HEADER] ?? '') === '' ? null : `${accept}\n${url}`;
  return body === '' || url.includes('?') ? null : `${accept}\n${body}`;
}
