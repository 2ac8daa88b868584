import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doorText } from '../schema/door-text.ts';

export const kazakhstan = doorText();
export const russia = doorText().replaceAll('Kazakhstan', 'Russia').replaceAll('kazakhstan', 'russia').replace('country/KZ', 'country/RU');

export interface PlantedFederation {
  readonly folder: string;
  readonly roverFile: string;
  /** Writes a file beside the member list. */
  write(path: string, text: string): void;
  remove(): void;
}

/** A federation of texts alone, in a folder of its own: its members' names are no folders of this checkout, so nothing is emitted. */
export function plantFederation(texts: Record<string, string> = { astana: kazakhstan, moskva: russia }): PlantedFederation {
  const folder = mkdtempSync(join(tmpdir(), 'birge-planted-'));
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  let port = 4100;
  const rows = Object.entries(texts).map(([name, text]) => {
    write(`schema/subgraphs/${name}.graphql`, text);
    port += 1;
    return `  ${name}:\n    routing_url: http://127.0.0.1:${port}/graphql\n    schema:\n      file: ./schema/subgraphs/${name}.graphql\n`;
  });
  write('rover.yaml', `federation_version: =2.14.4\nsubgraphs:\n${rows.join('')}`);
  return { folder, roverFile: join(folder, 'rover.yaml'), write, remove: () => rmSync(folder, { recursive: true }) };
}
