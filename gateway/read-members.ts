import { Kind, type DocumentNode } from 'graphql';
import { directiveArguments, readGraphNames } from './join-directives.ts';

/** A country's place in the supergraph. */
export interface Member {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The object type that this country alone resolves. */
  readonly doorType: string;
}

const COUNTRY_TAG = /^country\/([A-Z]{2})$/;

/**
 * Which subgraphs are countries: those that resolve, by `code`, an object type tagged `country/XX`. A new country is one by its tag; no list in the
 * gateway names it. The hub's stub of the same type is not resolvable and so makes no country of the hub.
 * Shape   supergraph -> member by subgraph name; empty for a supergraph without such tags
 */
export function readMembers(supergraph: DocumentNode): ReadonlyMap<string, Member> {
  const names = readGraphNames(supergraph);
  const members = new Map<string, Member>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const country = directiveArguments(node, 'tag').flatMap(({ name }) => COUNTRY_TAG.exec(String(name))?.[1] ?? [])[0];
    if (country === undefined) continue;
    for (const { graph, key, resolvable } of directiveArguments(node, 'join__type')) {
      const subgraph = names.get(String(graph));
      if (key === 'code' && resolvable !== false && subgraph !== undefined) members.set(subgraph, { country, doorType: node.name.value });
    }
  }
  return members;
}
