import { createHash } from 'node:crypto';
import { alone, counter, gauge, samplesBy, type Family } from '../http/metrics/family.ts';
import type { AnswerCache } from './cache/answer-cache.ts';
import type { PlanCounts } from './execute/served-supergraph.ts';
import type { FollowState } from './follow-supergraph.ts';

/** What a gateway counts besides its requests and its calls. */
export interface GatewayCounts {
  /** Null: nothing is kept. */
  readonly cache: AnswerCache | null;
  readonly plans: PlanCounts;
  readonly plansKept: number;
  readonly supergraph: FollowState;
  /** Milliseconds of the clock that the supergraph's times are on. */
  readonly nowMs: number;
}

/** How a supergraph is named where its text is too long: the beginning of its SHA-256. */
export function hashOfSupergraph(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** What a gateway tells of its cache, its plans and its supergraph. */
export function gatewayFamilies({ cache, plans, plansKept, supergraph, nowMs }: GatewayCounts): Family[] {
  return [
    ...(cache === null ? [] : cacheFamilies(cache)),
    counter(
      'birge_plan_lookups_total',
      'Operations that were executed, by whether they were planned before (hit) or had to be planned (miss); the stored ones are planned at the start.',
      samplesBy('result', [
        ['hit', plans.found],
        ['miss', plans.made],
      ]),
    ),
    gauge('birge_plans', 'Operations that are kept planned.', alone(plansKept)),
    gauge('birge_supergraph_info', 'The supergraph that is served: the beginning of the SHA-256 of its text.', [
      { labels: { hash: hashOfSupergraph(supergraph.text) }, value: 1 },
    ]),
    gauge('birge_supergraph_age_seconds', 'For how long it has been served.', alone((nowMs - supergraph.sinceMs) / 1_000)),
    gauge(
      'birge_supergraph_change_refused',
      'Whether the file holds a change that cannot be used: 1 or 0.',
      alone(supergraph.isChangeRefused ? 1 : 0),
    ),
    counter(
      'birge_supergraph_reloads_total',
      'Changed supergraph files that were served, and refused.',
      samplesBy('result', [
        ['served', supergraph.served],
        ['refused', supergraph.refused],
      ]),
    ),
  ];
}

function cacheFamilies(cache: AnswerCache): Family[] {
  const { hits, sharedHits, misses, left, stored, entries, bytes } = cache.counts;
  return [
    counter(
      'birge_cache_lookups_total',
      'Requests by what the cache did: gave an answer again (hit), had it from the shared store (shared_hit), had none (miss), or may keep none (left).',
      samplesBy('result', [
        ['hit', hits],
        ['shared_hit', sharedHits],
        ['miss', misses],
        ['left', left],
      ]),
    ),
    counter('birge_cache_stored_total', 'Answers that were kept.', alone(stored)),
    gauge('birge_cache_entries', 'Answers that are kept.', alone(entries)),
    gauge('birge_cache_bytes', 'Octets that they take.', alone(bytes)),
  ];
}
