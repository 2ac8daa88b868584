import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { WrongAnswer } from '../statement-pages.ts';

export interface Load {
  /** Latencies of the requests in milliseconds, in order of size. */
  readonly latenciesMs: readonly number[];
}

/** A query by POST, or a stored document by GET. */
export type Question = { readonly method: 'POST'; readonly query: string } | { readonly method: 'GET'; readonly documentId: string };

const ACCEPT = { accept: 'application/json' };

/**
 * Asks one question again and again, some of them at a time.
 * Errors  WrongAnswer when an answer is another one than expected: the run is void then
 */
export async function driveLoad(url: string, ask: Question, data: unknown, requests: number, atOnce: number): Promise<Load> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: atOnce });
  const sent =
    ask.method === 'POST'
      ? {
          method: 'POST',
          path: pathname,
          headers: { ...ACCEPT, 'content-type': 'application/json' },
          body: JSON.stringify({ query: ask.query }),
        }
      : { method: 'GET', path: `${pathname}?documentId=${ask.documentId}`, headers: { ...ACCEPT, 'apollo-require-preflight': '1' } };
  const latenciesMs: number[] = [];
  let expected: string | null = null;
  let left = requests;
  const askOn = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const begun = performance.now();
      const answer = await pool.request(sent);
      const text = await answer.body.text();
      latenciesMs.push(performance.now() - begun);
      if (text === expected) continue;
      if (expected !== null || !isDeepStrictEqual((JSON.parse(text) as { data?: unknown }).data, data))
        throw new WrongAnswer(text.slice(0, 300));
      expected = text;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
  await pool.close();
  return { latenciesMs: latenciesMs.toSorted((a, b) => a - b) };
}

/** The value below which a share of the figures lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
