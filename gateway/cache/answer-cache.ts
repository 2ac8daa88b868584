import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AnswerKeeper, AnswerPlace, AskedBytes } from '../../http/answer-keeper.ts';
import type { GatewayContext } from '../request-context.ts';
import { answerKey } from './answer-key.ts';
import { CachedAnswer } from './cached-answer.ts';
import type { CurrentRevisions } from './current-revisions.ts';
import type { RevisionPoll } from './revision-poll.ts';
import type { SharedAnswers } from './shared-answers.ts';

export interface AnswerCacheOptions {
  readonly maxBytes: number;
  /** Seconds for which caches in front may give an answer without asking; 0: they ask each time. */
  readonly maxAgeSeconds: number;
  readonly current: CurrentRevisions;
  readonly poll: RevisionPoll;
  readonly shared: SharedAnswers | null;
}

/** What became of the requests so far; `left` are those whose answers are never kept. */
export interface CacheCounts {
  readonly hits: number;
  readonly sharedHits: number;
  readonly misses: number;
  readonly left: number;
  readonly stored: number;
}

/** An answer may take a sixteenth of the memory at most. */
const MAX_SHARE = 16;
/** What an entry costs beside its bytes. */
const ENTRY_BYTES = 500;

/**
 * Public answers in memory, and in a store that several gateways share. One is given again exactly as long as every revision that it rests on is current.
 * Unit    maxBytes: octets of answers and of the requests that name them
 */
export class AnswerCache implements AnswerKeeper<GatewayContext> {
  readonly cacheControl: string;
  readonly #options: AnswerCacheOptions;
  readonly #answers: LRUCache<string, CachedAnswer>;
  readonly #counts = { hits: 0, sharedHits: 0, misses: 0, left: 0, stored: 0 };
  #generation = '';

  constructor(options: AnswerCacheOptions) {
    this.#options = options;
    this.cacheControl = options.maxAgeSeconds === 0 ? 'public, no-cache' : `public, max-age=${options.maxAgeSeconds}`;
    this.#answers = new LRUCache({
      maxSize: options.maxBytes,
      maxEntrySize: Math.max(1, Math.floor(options.maxBytes / MAX_SHARE)),
      sizeCalculation: ({ body }, key) => body.length + key.length * 2 + ENTRY_BYTES,
    });
  }

  get counts(): CacheCounts & { readonly entries: number; readonly bytes: number } {
    return { ...this.#counts, entries: this.#answers.size, bytes: this.#answers.calculatedSize };
  }

  /** Forgets everything that was answered under other rules: another supergraph, or other limits. */
  serve(rules: string): void {
    this.#generation = hashOf(rules);
    this.#answers.clear();
  }

  placeOf(asked: AskedBytes): AnswerPlace<GatewayContext> | null {
    const key = answerKey(asked);
    if (key === null) {
      this.#counts.left += 1;
      return null;
    }
    const generation = this.#generation;
    return {
      find: () => this.#find(key, generation),
      keep: (context, type, text) => (generation === this.#generation ? this.#keep(key, generation, context, type, text) : null),
    };
  }

  #find(key: string, generation: string): CachedAnswer | null | Promise<CachedAnswer | null> {
    const { current, poll, shared } = this.#options;
    poll.use();
    const known = this.#answers.get(key);
    if (known !== undefined && current.areCurrent(known.revisions)) {
      this.#counts.hits += 1;
      return known;
    }
    if (shared !== null) return this.#findShared(key, generation, shared);
    this.#counts.misses += 1;
    return null;
  }

  async #findShared(key: string, generation: string, shared: SharedAnswers): Promise<CachedAnswer | null> {
    const { current, poll } = this.#options;
    const found = await shared.get(sharedKey(key, generation));
    if (found !== null) poll.want(found.revisions);
    if (found === null || !current.areCurrent(found.revisions) || generation !== this.#generation) {
      this.#counts.misses += 1;
      return null;
    }
    this.#counts.sharedHits += 1;
    this.#answers.set(key, found);
    return found;
  }

  #keep(key: string, generation: string, { basis, asked }: GatewayContext, type: string, text: string): CachedAnswer | null {
    const { revisions } = basis;
    if (revisions === null) return null;
    const answer = new CachedAnswer(type, Buffer.from(text, 'utf8'), revisions, asked.operation);
    this.#counts.stored += 1;
    this.#answers.set(key, answer);
    this.#options.poll.want(revisions);
    this.#options.poll.use();
    this.#options.shared?.set(sharedKey(key, generation), answer);
    return answer;
  }
}

function sharedKey(key: string, generation: string): string {
  return `birge:answer:${generation.slice(0, 32)}:${hashOf(key)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
