import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { roverFileOf, sdlFileOf } from './member-message.ts';

/** Writes the list from which the hub learns its countries; their texts lie beside it already. */
export async function writeMemberList(folder: string, urls: Readonly<Record<string, string>>): Promise<void> {
  const subgraphs = Object.entries(urls).map(([name, url]) => [name, { routing_url: url, schema: { file: sdlFileOf(folder, name) } }]);
  await writeFile(roverFileOf(folder), stringify({ federation_version: 2, subgraphs: Object.fromEntries(subgraphs) }));
}
