import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from './render-network.ts';
import type { NetworkFacts } from './network-facts.ts';
import type { Sibling } from './choose-sibling.ts';
import { PROFILE, siblingProfile } from './sibling-profile.ts';

/**
 * The sibling's files beside those that a network's template has, with the new network's names in place of the sibling's: countries have the
 * same file names, whatever comes to them later.
 * Shape   sibling, facts, paths that are written already -> text by path
 */
export function siblingFiles(sibling: Sibling, facts: NetworkFacts, written: ReadonlySet<string>): Map<string, string> {
  const names = namesIn(sibling.folder).filter((name) => !written.has(name) && !name.startsWith('data/'));
  return new Map(names.map((name) => [name, adapted(name, readFileSync(join(sibling.folder, name), 'utf8'), sibling, facts)]));
}

function adapted(name: string, text: string, sibling: Sibling, facts: NetworkFacts): string {
  const note = /\.ya?ml$/.test(name) ? `# Copied from ${sibling.subgraph}: put the headings and words of your own files in.\n` : '';
  const replaced = replacements(sibling, facts).reduce((result, [from, to]) => result.replaceAll(from, () => to), text);
  return note + (name === PROFILE ? siblingProfile(replaced, facts.country) : replaced);
}

/** Ids, codes, names and time zones. Not every `ru`: a country and a language may have one code. */
function replacements(sibling: Sibling, { country, subgraph, names }: NetworkFacts): [RegExp, string][] {
  const [zone] = timeZonesOf(country);
  return [
    [new RegExp(String.raw`\b${sibling.country.toLowerCase()}:(?=[a-z]+(?:-[a-z]+)*:)`, 'g'), `${country.toLowerCase()}:`],
    [new RegExp(String.raw`\b${sibling.country}\b(?!-)`, 'g'), country],
    [new RegExp(String.raw`\b${sibling.subgraph}\b`, 'g'), subgraph],
    [new RegExp(String.raw`\b${titled(sibling.subgraph)}\b`, 'g'), names.en],
    ...timeZonesOf(sibling.country).map((from): [RegExp, string] => [new RegExp(String.raw`\b${from}\b`, 'g'), zone ?? 'UTC']),
  ];
}

/** The time zones of a country by CLDR. */
function timeZonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
  return locale.getTimeZones?.() ?? [];
}

const titled = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
