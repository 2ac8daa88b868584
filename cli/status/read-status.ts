import type { FederationCountry } from '../../subgraphs/federation/read-countries.ts';
import type { FederationMember } from '../../subgraphs/federation/rover-config.ts';
import { askNetworks, type KnownNetwork } from './ask-networks.ts';
import { askProcess, type ProcessAnswer, type Readiness } from './ask-process.ts';
import { type MetricSamples, sumOf } from './parse-metrics.ts';

/** State of a breaker, as gateway or hub sees it. */
export type BreakerWord = 'closed' | 'open' | 'probing';

/** One process, as it is now. Null: it does not tell. */
export interface ProcessStatus {
  readonly name: string;
  readonly url: string;
  readonly country: string | null;
  readonly readiness: Readiness;
  readonly latencyMs: number | null;
  /** Since its start. */
  readonly requests: number | null;
  /** Share of its answers that lacked something, from 0 to 1; null also when nobody asked. */
  readonly failureRate: number | null;
  /** Who leaves it alone, or does not. */
  readonly breakers: { readonly gateway: BreakerWord | null; readonly hub: BreakerWord | null };
  /** Whether the hub reached it when it last looked. */
  readonly up: boolean | null;
  readonly lastPublishedAt: string | null;
  readonly lastImportAt: string | null;
  readonly revision: string | null;
}

/** What the gateway alone tells. */
export interface GatewayStatus {
  readonly supergraph: string | null;
  readonly supergraphAgeSeconds: number | null;
  /** Whether its file holds a change that cannot be used. */
  readonly isChangeRefused: boolean | null;
  /** Share of the requests whose answer was given again, from 0 to 1; null also when none could be. */
  readonly cacheHitRate: number | null;
}

export interface Status {
  readonly at: string;
  readonly processes: readonly ProcessStatus[];
  readonly gateway: GatewayStatus;
}

export interface StatusPlace {
  readonly gatewayUrl: string;
  readonly members: readonly FederationMember[];
  readonly countries: readonly FederationCountry[];
}

const HUB = 'hub';
const STATES = ['closed', 'open', 'probing'] as const;

/** Asks every process at once. */
export async function readStatus({ gatewayUrl, members, countries }: StatusPlace, now: () => Date): Promise<Status> {
  const hubUrl = members.find(({ name }) => name === HUB)?.routingUrl;
  const [networks, gateway, ...others] = await Promise.all([
    hubUrl === undefined ? new Map<string, KnownNetwork>() : askNetworks(hubUrl),
    askProcess('gateway', gatewayUrl, false),
    ...members.map(({ name, routingUrl }) => askProcess(name, routingUrl, true)),
  ]);
  const hub = others.find(({ name }) => name === HUB)?.metrics ?? null;
  const processes = [gateway, ...others].map((answer): ProcessStatus => {
    const country = countries.find(({ subgraph }) => subgraph === answer.name)?.country ?? null;
    const known = country === null ? undefined : networks.get(country);
    const { name, url, readiness, latencyMs, metrics, revision } = answer;
    return {
      name,
      url,
      country,
      readiness,
      latencyMs,
      ...askedOf(metrics),
      breakers: { gateway: breakerIn(gateway.metrics, name), hub: breakerIn(hub, name) },
      up: known?.up ?? null,
      lastPublishedAt: known?.lastPublishedAt ?? null,
      lastImportAt: lastImportOf(metrics),
      revision,
    };
  });
  return { at: now().toISOString(), processes, gateway: gatewayOf(gateway) };
}

function askedOf(metrics: MetricSamples | null): Pick<ProcessStatus, 'requests' | 'failureRate'> {
  if (metrics === null) return { requests: null, failureRate: null };
  const requests = sumOf(metrics, 'birge_request_duration_seconds_count') ?? 0;
  const failures = sumOf(metrics, 'birge_request_failures_total') ?? 0;
  return { requests, failureRate: requests === 0 ? null : failures / requests };
}

function breakerIn(metrics: MetricSamples | null, subgraph: string): BreakerWord | null {
  if (metrics === null) return null;
  return STATES.find((state) => sumOf(metrics, 'birge_breaker_state', { subgraph, state }) === 1) ?? null;
}

function lastImportOf(metrics: MetricSamples | null): string | null {
  const seconds = (metrics?.get('birge_import_last_timestamp_seconds') ?? []).map(({ value }) => value);
  return seconds.length === 0 ? null : new Date(Math.max(...seconds) * 1_000).toISOString();
}

function gatewayOf({ metrics }: ProcessAnswer): GatewayStatus {
  if (metrics === null) return { supergraph: null, supergraphAgeSeconds: null, isChangeRefused: null, cacheHitRate: null };
  const lookups = (result: string): number => sumOf(metrics, 'birge_cache_lookups_total', { result }) ?? 0;
  const hits = lookups('hit') + lookups('shared_hit');
  const asked = hits + lookups('miss') + lookups('left');
  return {
    supergraph: metrics.get('birge_supergraph_info')?.[0]?.labels['hash'] ?? null,
    supergraphAgeSeconds: sumOf(metrics, 'birge_supergraph_age_seconds'),
    isChangeRefused: sumOf(metrics, 'birge_supergraph_change_refused') === 1,
    cacheHitRate: asked === 0 ? null : hits / asked,
  };
}
