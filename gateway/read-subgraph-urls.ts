import { Kind, type DocumentNode } from 'graphql';
import { directiveArguments } from './join-directives.ts';

/** Where the supergraph says that its subgraphs are: address by name, in the order of the file; empty where it says nothing. */
export function readSubgraphUrls(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const value of node.values ?? []) {
      const { name, url } = directiveArguments(value, 'join__graph')[0] ?? {};
      if (typeof name === 'string') urls.set(name, typeof url === 'string' ? url : '');
    }
  }
  return urls;
}
