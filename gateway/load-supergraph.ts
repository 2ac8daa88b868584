import { routingKey, type GatewayConfig } from './config.ts';
import { serveSupergraph, type ServedSupergraph } from './execute/served-supergraph.ts';
import { readMembers } from './read-members.ts';
import { readSubgraphUrls } from './read-subgraph-urls.ts';
import { readSupergraph, reasonOf, SupergraphError } from './read-supergraph.ts';
import { openSource, type Source, type SourceOptions } from './sources/open-source.ts';
import { readSubgraphTypes } from './sources/subgraph-types.ts';

/** What calls to subgraphs need of the process. */
export type SourceEnvironment = Pick<SourceOptions, 'log' | 'now' | 'random'>;

/**
 * Reads the configured supergraph file and makes everything that serving it needs; nobody is asked.
 * Errors  SupergraphError when the file is missing or unusable; nothing stays open then
 */
export async function loadSupergraph(config: GatewayConfig, { log, now, random }: SourceEnvironment): Promise<ServedSupergraph> {
  const { file, text, document } = await readSupergraph(config.supergraphFile);
  const members = readMembers(document);
  const countries = new Set([...members.values()].map(({ country }) => country));
  const sources = new Map<string, Source>();
  for (const [name, url] of readSubgraphUrls(document)) {
    const member = members.get(name) ?? null;
    const source = openSource({
      name,
      url: config.routingUrls.get(routingKey(name)) ?? url,
      member,
      speaksFor: member === null ? countries : new Set(),
      types: readSubgraphTypes(document, name),
      timeoutMs: member === null ? config.subgraphTimeoutMs : config.countryTimeoutMs,
      maxAnswerBytes: config.maxAnswerBytes,
      breakerOpenMs: config.breakerOpenMs,
      now,
      random,
      log,
    });
    sources.set(name, source);
  }
  const close = async () => void (await Promise.all([...sources.values()].map((source) => source.close())));
  try {
    return serveSupergraph(text, document, {
      prepareAsk(subQuery) {
        const source = sources.get(subQuery.subgraph);
        if (source === undefined) throw new Error('the planner asks a subgraph that the supergraph does not name');
        return source.prepareAsk(subQuery);
      },
      close,
    });
  } catch (error) {
    await close();
    throw new SupergraphError(file, reasonOf(error));
  }
}
