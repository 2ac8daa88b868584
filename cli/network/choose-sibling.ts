import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCountries } from '../../subgraphs/federation/read-countries.ts';
import type { Network } from '../../subgraphs/national/network.ts';
import { projectRoot } from '../project-root.ts';
import { hasCode } from '../schema/subgraph-folder.ts';

/** A network whose files lend a new one their form. */
export interface Sibling {
  readonly country: string;
  readonly subgraph: string;
  readonly folder: string;
}

/**
 * The network that is most like a new one: it works in the new one's first language, so that words in its files can be kept.
 * Shape   member list, languages of the new network in their order -> sibling, or null when no network's code is here
 */
export async function chooseSibling(config: string, languages: readonly string[]): Promise<Sibling | null> {
  const countries = readCountries(config).filter(({ subgraph }) => hasCode(subgraph));
  const candidates = await Promise.all(
    countries.map(async ({ country, subgraph }) => {
      const folder = join(projectRoot, 'subgraphs', subgraph);
      const { network } = (await import(pathToFileURL(join(folder, 'network.ts')).href)) as { network: Network };
      return { country, subgraph, folder, rank: rankOf(network.languages, languages) };
    }),
  );
  const [nearest] = candidates.toSorted((a, b) => a.rank - b.rank);
  return nearest ?? null;
}

/** Where the new network's first language stands in the sibling's; behind all when it is not spoken there. */
function rankOf(spoken: readonly string[], [first]: readonly string[]): number {
  const at = spoken.indexOf(first ?? '');
  return at === -1 ? Number.MAX_SAFE_INTEGER : at;
}
