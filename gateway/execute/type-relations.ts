import { Kind, type DocumentNode } from 'graphql';

/**
 * Whether a value of one type is also of another, over all types of a supergraph: those that the API hides are in it.
 * Shape   concrete or interface name, type condition -> boolean
 */
export type IsOfType = (typeName: string, condition: string) => boolean;

export function readTypeRelations(supergraph: DocumentNode): IsOfType {
  const members = new Map<string, Set<string>>();
  const add = (abstract: string, member: string) => {
    const known = members.get(abstract);
    if (known === undefined) members.set(abstract, new Set([member]));
    else known.add(member);
  };
  for (const node of supergraph.definitions) {
    if (node.kind === Kind.UNION_TYPE_DEFINITION) for (const type of node.types ?? []) add(node.name.value, type.name.value);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const type of node.interfaces ?? []) add(type.name.value, node.name.value);
  }
  return (typeName, condition) => typeName === condition || members.get(condition)?.has(typeName) === true;
}
