import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import { routingKey, type GatewayConfig } from '../config.ts';
import { readMembers } from '../read-members.ts';
import { readSubgraphUrls } from '../read-subgraph-urls.ts';
import { AnswerCache } from './answer-cache.ts';
import { CurrentRevisions } from './current-revisions.ts';
import type { Revisions } from './revision-header.ts';
import { RevisionPoll, type RevisionSource } from './revision-poll.ts';
import { openSharedAnswers } from './shared-answers.ts';

/** The cache of one gateway, wired. */
export interface Cache {
  /** Null: nothing is kept. */
  readonly answers: AnswerCache | null;
  /** Reads what an answer of a subgraph says of its revisions. */
  hear(this: void, subgraph: string, header: string | undefined): Revisions | null;
  /** Keeps answers of this supergraph from now on, and none that were made before. */
  serve(supergraph: { readonly text: string; readonly document: DocumentNode }): void;
  close(): Promise<void>;
}

const CLOSED: Cache = { answers: null, hear: () => null, serve: () => undefined, close: async () => undefined };

/** Opens the cache that the settings ask for; no subgraph is asked until an answer is kept. */
export async function openCache(config: GatewayConfig, now: () => number, log: Logger): Promise<Cache> {
  const { cacheBytes, cacheMaxAgeSeconds, cacheRedisUrl, revisionPollMs, limits, trustedOnly } = config;
  if (cacheBytes === 0) return CLOSED;
  const current = new CurrentRevisions(revisionPollMs, now);
  // Twice as often as a confirmation counts, so that one is always there.
  const poll = new RevisionPoll({ current, everyMs: Math.floor(revisionPollMs / 2), holdsMs: revisionPollMs, now, log });
  const shared = cacheRedisUrl === null ? null : await openSharedAnswers(cacheRedisUrl, log);
  const answers = new AnswerCache({ maxBytes: cacheBytes, maxAgeSeconds: cacheMaxAgeSeconds, current, poll, shared });
  return {
    answers,
    hear: (subgraph, header) => poll.hear(subgraph, header),
    serve({ text, document }) {
      poll.follow(revisionSources(document, config));
      // Gateways that share a store and refuse other queries must not answer for each other.
      answers.serve(JSON.stringify([text, limits, trustedOnly]));
    },
    async close() {
      await poll.close();
      await shared?.close();
    },
  };
}

function* revisionSources(supergraph: DocumentNode, { routingUrls }: GatewayConfig): Iterable<RevisionSource> {
  const members = readMembers(supergraph);
  for (const [subgraph, url] of readSubgraphUrls(supergraph))
    yield { subgraph, url: routingUrls.get(routingKey(subgraph)) ?? url, country: members.get(subgraph)?.country ?? null };
}
