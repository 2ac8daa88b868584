import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SubgraphModule } from '../../subgraphs/contract/subgraph-module.ts';
import { isThere } from '../is-there.ts';
import { projectRoot } from '../project-root.ts';

type LoadSubgraph = () => Promise<{ subgraph: SubgraphModule }>;

const provided = new Map<string, LoadSubgraph>();
const entryOf = (name: string): string => join(projectRoot, 'subgraphs', name, 'index.ts');

/**
 * Says how members' code is loaded where it is not read from its folder: the entry of a bundle calls it.
 * @public
 */
export function provideSubgraphs(loaders: Readonly<Record<string, LoadSubgraph>>): void {
  for (const [name, load] of Object.entries(loaders)) provided.set(name, load);
}

/**
 * Whether this checkout holds the member's code; a member may live in its own country's repository and only its text here.
 * Errors  UserError for code that may not be read
 */
export const hasCode = (name: string): boolean => provided.has(name) || isThere(entryOf(name));

/** Loads a member's code: what `subgraphs/<name>/index.ts` exports as `subgraph`. */
export async function loadSubgraph(name: string): Promise<SubgraphModule> {
  const load = provided.get(name) ?? ((): ReturnType<LoadSubgraph> => import(pathToFileURL(entryOf(name)).href));
  return (await load()).subgraph;
}
