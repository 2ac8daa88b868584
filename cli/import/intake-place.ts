import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IntakePlace } from '../../subgraphs/national/intake/import/import-request.ts';
import { foundedOn } from '../../subgraphs/national/founded-on.ts';
import type { Network } from '../../subgraphs/national/network.ts';
import { readEnvironment } from '../environment.ts';
import { isThere } from '../is-there.ts';
import { namedMember } from '../named-member.ts';
import { projectRoot } from '../project-root.ts';
import { UserError } from '../user-error.ts';

/** Flags that say which network's database is meant. */
export interface PlaceFlags {
  readonly network: string;
  readonly config: string;
  /** Folder of the databases; absent: BIRGE_DATA. */
  readonly data?: string;
}

/** The folder of a network's code. */
export const networkFolder = (subgraph: string): string => join(projectRoot, 'subgraphs', subgraph);

/**
 * The network that `--network` names, and its database as its subgraph opens it.
 * Errors  UserError for a network whose code is not here, or may not be read; NetworkRefused for a fact that nobody can read
 */
export async function intakePlace({ network: asked, config, data }: PlaceFlags): Promise<IntakePlace> {
  const name = namedMember(asked, config);
  const file = join(networkFolder(name), 'network.ts');
  if (!isThere(file)) throw new UserError(`${name} is no network of this checkout: subgraphs/${name}/network.ts is missing.`);
  const { network } = (await import(pathToFileURL(file).href)) as { network: Network };
  foundedOn(network);
  const environment = readEnvironment();
  return {
    network,
    databaseUrl: environment.databaseUrlOf(name) ?? environment.databaseUrl,
    dataFolder: data ?? environment.dataFolder,
    now: () => new Date(),
  };
}
