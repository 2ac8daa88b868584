import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { FederationMember } from '../../subgraphs/federation/rover-config.ts';
import { emittedHeader } from './emitted-header.ts';
import { hasCode, loadSubgraph } from './subgraph-folder.ts';

const hub = 'hub';

/**
 * The texts of members as their code says them now, in memory.
 * Shape   all members, the names to emit -> { name: text }; what is not emitted is taken as it stands in its file
 * Errors  what a member's own code throws; MEMBER_LIST_UNREADABLE for a country's text that the hub needs and that is neither emitted nor there
 */
export async function emitSubgraphs(members: readonly FederationMember[], names: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const emitted = members.filter(({ name }) => names.includes(name) && hasCode(name));
  const folder = mkdtempSync(join(tmpdir(), 'birge-emit-'));
  try {
    // The hub makes its doors from the countries' texts: it comes last and is given the fresh ones.
    for (const { name } of emitted.toSorted((a, b) => Number(a.name === hub) - Number(b.name === hub))) {
      const roverFile = join(folder, 'rover.yaml');
      if (name === hub) writeFileSync(roverFile, freshMemberList(members, texts));
      const subgraph = await loadSubgraph(name);
      texts.set(name, `${emittedHeader}${(await subgraph.emitSdl({ roverFile })).trim()}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return texts;
}

function freshMemberList(members: readonly FederationMember[], texts: ReadonlyMap<string, string>): string {
  const countries = members.filter(({ name }) => name !== hub);
  const rows = countries.map(({ name, routingUrl, readSdl }) => [
    name,
    { routing_url: routingUrl, schema: { sdl: texts.get(name) ?? readSdl() } },
  ]);
  return stringify({ federation_version: 2, subgraphs: Object.fromEntries(rows) as unknown });
}
