import { readFileSync } from 'node:fs';
import { isMap, isNode, type Pair, parseDocument, type ParsedNode, stringify, type YAMLMap } from 'yaml';
import type { NetworkFacts } from './network-facts.ts';

/** The row of a network that runs on this machine. */
export const memberRow = ({ subgraph, port }: Pick<NetworkFacts, 'subgraph' | 'port'>) => ({
  routing_url: `http://127.0.0.1:${port}/graphql`,
  schema: { file: `./schema/subgraphs/${subgraph}.graphql` },
});

/** The member list's text with one row more behind its last; every other byte stays. */
export function withMember(roverFile: string, facts: Pick<NetworkFacts, 'subgraph' | 'port'>): string {
  const text = readFileSync(roverFile, 'utf8');
  const members = membersIn(text);
  const last = members.items.at(-1);
  const end = last === undefined ? text.length : endOf(text, last);
  const indent = ' '.repeat(last === undefined ? 2 : startOf(last) - lineStart(text, startOf(last)));
  const row = stringify({ [facts.subgraph]: memberRow(facts) }, { lineWidth: 0 })
    .replaceAll(/^/gm, indent)
    .trimEnd();
  const before = text.slice(0, end);
  return `${before}${before.endsWith('\n') ? '' : '\n'}${row}\n${text.slice(end)}`;
}

/** The member list's text without a row; every other byte stays. */
export function withoutMember(roverFile: string, subgraph: string): string {
  const text = readFileSync(roverFile, 'utf8');
  const row = membersIn(text).items.find(({ key }) => String(key) === subgraph);
  return row === undefined ? text : text.slice(0, lineStart(text, startOf(row))) + text.slice(endOf(text, row));
}

/** Rewriting the whole document would move comments; positions in the text do not. */
function membersIn(text: string): YAMLMap<ParsedNode, ParsedNode | null> {
  const members = parseDocument(text).get('subgraphs', true);
  if (!isMap(members) || members.flow) throw new Error('the subgraphs of the member list are not written one below the other');
  return members as YAMLMap<ParsedNode, ParsedNode | null>;
}

type Row = Pair<ParsedNode, ParsedNode | null>;
const startOf = ({ key }: Row): number => key.range[0];
const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** The start of the line behind a row's last value. */
function endOf(text: string, { key, value }: Row): number {
  const end = isNode(value) ? value.range[1] : key.range[1];
  const lineEnd = text.indexOf('\n', Math.max(end - 1, 0));
  return lineEnd === -1 ? text.length : lineEnd + 1;
}
