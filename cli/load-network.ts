import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { foundedOn } from '../subgraphs/national/founded-on.ts';
import type { Network } from '../subgraphs/national/network.ts';
import { isThere } from './is-there.ts';
import { projectRoot } from './project-root.ts';
import { UserError } from './user-error.ts';

/**
 * The facts of a member that is a country: what `subgraphs/<name>/network.ts` exports as `network`.
 * Errors  UserError for the hub, and for a country whose code is not in this checkout, or may not be read; NetworkRefused for a fact of the wrong form
 */
export async function loadNetwork(name: string): Promise<Network> {
  const file = join(projectRoot, 'subgraphs', name, 'network.ts');
  if (!isThere(file)) throw new UserError(`${name} has no records here: subgraphs/${name}/network.ts is missing.`);
  const { network } = (await import(pathToFileURL(file).href)) as { network: Network };
  // A fact that nobody can read is told before anything is opened.
  foundedOn(network);
  return network;
}
