import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SubgraphModule } from '../../subgraphs/contract/subgraph-module.ts';
import { projectRoot } from '../project-root.ts';

const entryOf = (name: string): string => join(projectRoot, 'subgraphs', name, 'index.ts');

/** Whether this checkout holds the member's code; a member may live in its own country's repository and only its text here. */
export const hasCode = (name: string): boolean => existsSync(entryOf(name));

/** Loads a member's code: what `subgraphs/<name>/index.ts` exports as `subgraph`. */
export async function loadSubgraph(name: string): Promise<SubgraphModule> {
  const { subgraph } = (await import(pathToFileURL(entryOf(name)).href)) as { subgraph: SubgraphModule };
  return subgraph;
}
