import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from './render-network.ts';
import type { NetworkFacts } from './network-facts.ts';

/** What a sibling is called, to be replaced where its files are copied. */
export interface SiblingNames {
  readonly country: string;
  readonly subgraph: string;
}

/**
 * The sibling's files beside those that a network's template has, with the new network's names in place of the sibling's: countries have the
 * same file names, whatever comes to them later.
 * Shape   sibling's folder and names, facts, paths that are written already -> text by path
 */
export function siblingFiles(
  folder: string,
  sibling: SiblingNames,
  facts: NetworkFacts,
  written: ReadonlySet<string>,
): Map<string, string> {
  const names = namesIn(folder).filter((name) => !written.has(name) && !name.startsWith('data/'));
  return new Map(names.map((name) => [name, renamed(readFileSync(join(folder, name), 'utf8'), sibling, facts)]));
}

function renamed(text: string, { country, subgraph }: SiblingNames, facts: NetworkFacts): string {
  const words: [string, string][] = [
    [country, facts.country],
    [country.toLowerCase(), facts.country.toLowerCase()],
    [subgraph, facts.subgraph],
    [titled(subgraph), facts.names.en],
  ];
  return words.reduce((result, [from, to]) => result.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), () => to), text);
}

const titled = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
