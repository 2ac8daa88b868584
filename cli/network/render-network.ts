import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { countryRegions, firstRegionCode } from './country-regions.ts';
import type { NetworkFacts } from './network-facts.ts';

const template = join(import.meta.dirname, 'template');
const ENDING = '.template';

/**
 * The files of a new network: the template's, filled; a sibling's data files lend their columns, and those of the sibling that the template
 * does not know come with their header alone.
 * Shape   facts, the sibling's folder or null -> text by path inside the network's folder
 */
export function renderNetwork(facts: NetworkFacts, sibling: string | null): Map<string, string> {
  const files = new Map<string, string>();
  const values = wordsOf(facts);
  for (const name of namesIn(template)) {
    const text = readFileSync(join(template, name), 'utf8');
    if (name.endsWith(ENDING)) files.set(name.slice(0, -ENDING.length), fillWords(text, values));
    else files.set(name, renderTable(name, text, facts, values, sibling));
  }
  for (const name of sibling === null ? [] : namesIn(sibling)) {
    if (name.startsWith('data/') && !files.has(name))
      files.set(name, stringify([columnsOf(readFileSync(join(sibling ?? '', name), 'utf8'))]));
  }
  return files;
}

/** Files below a folder, with / between the parts. */
export function namesIn(folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function renderTable(
  name: string,
  text: string,
  { country }: NetworkFacts,
  values: Readonly<Record<string, string>>,
  sibling: string | null,
): string {
  const sample = parse<Record<string, string>>(text, { columns: true });
  const rows = name === 'data/regions.csv' ? countryRegions(country) : sample;
  const siblings = sibling === null ? undefined : namesIn(sibling).find((file) => file === name);
  const columns = columnsOf(siblings === undefined ? text : readFileSync(join(sibling ?? '', siblings), 'utf8'));
  const filled = rows.map((row) => columns.map((column) => fillWords(row[column] ?? '', values)));
  return stringify([columns, ...filled]);
}

const columnsOf = (table: string): string[] => parse(table, { bom: true, to: 1 })[0] ?? [];

/** Puts values into the places in double braces; a word that no fact stands for is a mistake in the template. */
function fillWords(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => {
    const value = values[word];
    if (value === undefined) throw new Error(`the template asks for {{${word}}}, which no fact stands for`);
    return value;
  });
}

function wordsOf({ country, subgraph, typeName, names, endonym, endonymLanguage, languages }: NetworkFacts): Record<string, string> {
  return {
    country,
    owner: country.toLowerCase(),
    region: firstRegionCode(country),
    subgraph,
    name: names.en,
    countryLiteral: literal(country),
    subgraphLiteral: literal(subgraph),
    typeNameLiteral: literal(typeName),
    nameLiteral: literal(names.en),
    ruLiteral: literal(names.ru),
    kkLiteral: literal(names.kk),
    uzLiteral: literal(names.uz),
    endonymLiteral: literal(endonym),
    endonymLanguageLiteral: literal(endonymLanguage),
    languagesLiteral: `[${languages.map(literal).join(', ')}]`,
  };
}

/** A text as the formatter writes it in TypeScript: single quotes unless there is one inside. */
const literal = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`);
