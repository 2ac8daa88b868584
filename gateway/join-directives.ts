import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/**
 * The arguments of one directive wherever it stands on a node, as plain values.
 * Shape   strings and enum values as text, booleans as booleans; other kinds are left out
 * Source  the join specification: https://specs.apollo.dev/join/v0.5/
 */
export function directiveArguments(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): Record<string, string | boolean>[] {
  return (node.directives ?? [])
    .filter((directive) => directive.name.value === name)
    .map((directive) => {
      const values: Record<string, string | boolean> = {};
      for (const { name: argument, value } of directive.arguments ?? []) {
        if (value.kind === Kind.STRING || value.kind === Kind.ENUM || value.kind === Kind.BOOLEAN) values[argument.value] = value.value;
      }
      return values;
    });
}

/** The subgraphs of a supergraph: name of the subgraph by its value in the enum `join__Graph`. */
export function readGraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const value of node.values ?? []) names.set(value.name.value, String(directiveArguments(value, 'join__graph')[0]?.['name'] ?? ''));
  }
  return names;
}
