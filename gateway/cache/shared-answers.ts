import type { Logger } from 'pino';
import { errorFacts } from '../../http/error-facts.ts';
import { isRecord } from '../../http/is-record.ts';
import { CachedAnswer } from './cached-answer.ts';

/** Answers that several gateways share. A store that is away or slow is as good as none. */
export interface SharedAnswers {
  get(key: string): Promise<CachedAnswer | null>;
  set(key: string, answer: CachedAnswer): void;
  close(): Promise<void>;
}

/** Longer than a country takes for an answer, it would not be worth asking. */
const MAX_WAIT_MS = 100;
/** Nobody takes out what no revision fits any more. */
const KEPT_SECONDS = 3_600;
const COMPLAIN_EVERY_MS = 60_000;

/**
 * Opens the store of answers in Redis; it connects in the background, and again when it was lost.
 * Errors  none: what goes wrong is logged once a minute, without the address, which may hold a password
 */
export async function openSharedAnswers(url: string, log: Logger): Promise<SharedAnswers> {
  // Most gateways have none, and loading it would make each of them start later.
  const { createClient } = await import('@redis/client');
  let complainedAtMs = Number.NEGATIVE_INFINITY;
  const complain = (error: unknown): void => {
    if (performance.now() - complainedAtMs < COMPLAIN_EVERY_MS) return;
    complainedAtMs = performance.now();
    log.warn(
      { reason: errorFacts(error).code || errorFacts(error).name },
      'the shared cache cannot be used; answers are kept in this process alone',
    );
  };
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 1_000, reconnectStrategy: (retries) => Math.min(5_000, 100 * 2 ** Math.min(6, retries)) },
  });
  client.on('error', complain);
  const connected = client.connect().catch(complain);
  return {
    async get(key) {
      if (!client.isReady) return null;
      try {
        const text = await Promise.race([client.get(key), waited(MAX_WAIT_MS)]);
        return text === null ? null : decode(text);
      } catch (error) {
        complain(error);
        return null;
      }
    },
    set(key, answer) {
      if (client.isReady) client.set(key, encode(answer), { EX: KEPT_SECONDS }).catch(complain);
    },
    async close() {
      client.destroy();
      await connected;
    },
  };
}

function waited(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, null).unref();
  });
}

/** A line of facts, then the body as it is. */
function encode({ revisions, type, operation, body }: CachedAnswer): string {
  return `${JSON.stringify({ revisions: Object.fromEntries(revisions), type, operation })}\n${body.toString('utf8')}`;
}

/** Null for what this version did not write. */
function decode(text: string): CachedAnswer | null {
  const end = text.indexOf('\n');
  const facts: unknown = end === -1 ? null : JSON.parse(text.slice(0, end));
  if (!isRecord(facts) || !isRecord(facts['revisions'])) return null;
  const { type, operation, revisions } = facts;
  if (typeof type !== 'string') return null;
  const told = Object.entries(revisions).map(([name, revision]): [string, string] => [name, String(revision)]);
  return new CachedAnswer(type, Buffer.from(text.slice(end + 1), 'utf8'), new Map(told), typeof operation === 'string' ? operation : null);
}
