import { existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readCountries } from '../../subgraphs/federation/read-countries.ts';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { projectRoot } from '../project-root.ts';
import { withoutMember } from './member-row.ts';
import { NetworkRefusal } from './network-refusal.ts';
import { writeMemberList } from './write-network.ts';

/**
 * `birge network remove`: the row goes, then the emitted text; code and data are the country's and stay.
 * Errors  NETWORK_UNKNOWN, NETWORK_WRITE_FAILED
 */
export function removeNetwork({ name, config, dryRun, json }: { name: string; config: string; dryRun: boolean; json: boolean }): void {
  const members = readRoverConfig(config);
  const networks = readCountries(config).map(({ subgraph }) => subgraph);
  if (!networks.includes(name)) {
    throw new NetworkRefusal('NETWORK_UNKNOWN', `"${name}" is no network; the networks are ${networks.toSorted().join(', ')}.`);
  }
  const text = members.find((member) => member.name === name)?.schemaFile;
  const folder = join(projectRoot, 'subgraphs', name);
  if (!dryRun) {
    writeMemberList(config, withoutMember(config, name));
    if (text) rmSync(text, { force: true });
  }
  const kept = existsSync(folder) ? [shown(folder)] : [];
  if (json) {
    const removed = text ? [shown(text)] : [];
    console.log(JSON.stringify({ dryRun, changed: [shown(config)], removed, kept, next: ['birge compose'] }, null, 2));
    return;
  }
  console.log(`${dryRun ? 'would write' : 'wrote'}  ${shown(config)}`);
  if (text) console.log(`${dryRun ? 'would remove' : 'removed'}  ${shown(text)}`);
  for (const path of kept) console.log(`kept  ${path}: it is the country's; delete it yourself, and its database`);
  console.log('Next: npm run birge -- compose, then restart the hub; the gateway serves the changed supergraph by itself.');
}

const shown = (file: string): string => relative(process.cwd(), file);
