import { routingKey, type GatewayConfig } from './config.ts';
import type { CallMeters } from '../http/metrics/call-meters.ts';
import type { PrepareAsk } from './execute/ask.ts';
import { serveSupergraph, type PlanCounts, type ServedSupergraph } from './execute/served-supergraph.ts';
import { readMembers } from './read-members.ts';
import { readSubgraphUrls } from './read-subgraph-urls.ts';
import { reasonOf, SupergraphError, type Supergraph } from './read-supergraph.ts';
import type { Lines } from './sources/open-lines.ts';
import { openSource, type SourceOptions } from './sources/open-source.ts';
import { readSubgraphTypes } from './sources/subgraph-types.ts';

/** What calls to subgraphs need of the process. */
export interface SourceEnvironment extends Pick<SourceOptions, 'log' | 'now' | 'hear'> {
  readonly lines: Lines;
  readonly meters: CallMeters;
  readonly plans: PlanCounts;
}

/**
 * Makes everything that serving a supergraph needs; nobody is asked.
 * Errors  SupergraphError when it is unusable
 */
export function loadSupergraph(
  { file, text, document }: Supergraph,
  config: GatewayConfig,
  { lines, meters, plans, hear, now, log }: SourceEnvironment,
): ServedSupergraph {
  const members = readMembers(document);
  const countries = new Set([...members.values()].map(({ country }) => country));
  const sources = new Map<string, PrepareAsk>();
  for (const [name, url] of readSubgraphUrls(document)) {
    const member = members.get(name) ?? null;
    const line = lines.to(name, config.routingUrls.get(routingKey(name)) ?? url);
    const meter = meters.of(name, member?.country ?? '');
    meter.calls = line?.calls ?? null;
    const source = openSource({
      name,
      line,
      meter,
      member,
      speaksFor: member === null ? countries : new Set(),
      types: readSubgraphTypes(document, name),
      timeoutMs: member === null ? config.subgraphTimeoutMs : config.countryTimeoutMs,
      maxAnswerBytes: config.maxAnswerBytes,
      hear,
      joinWithinMs: config.cacheBytes === 0 ? 0 : config.revisionPollMs,
      now,
      log,
    });
    sources.set(name, source);
  }
  try {
    return serveSupergraph(
      text,
      document,
      (subQuery) => {
        const prepareAsk = sources.get(subQuery.subgraph);
        if (prepareAsk === undefined) throw new Error('the planner asks a subgraph that the supergraph does not name');
        return prepareAsk(subQuery);
      },
      plans,
    );
  } catch (error) {
    throw new SupergraphError(file, reasonOf(error));
  }
}
