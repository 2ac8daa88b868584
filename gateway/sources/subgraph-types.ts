import { Kind, parseType, type DocumentNode, type FieldDefinitionNode, type TypeNode } from 'graphql';
import { directiveArguments, readGraphNames } from '../join-directives.ts';

/** How a named type completes: leaves are values, `object` has one type name, `abstract` several. */
export type TypeKind = 'object' | 'abstract' | 'enum' | 'scalar' | 'unknown';

/**
 * The types of one subgraph as far as a supergraph tells them: enough to check an answer, never more than is certain.
 * Errors  none: what the supergraph does not tell is `unknown` or null, and must then not be judged
 */
export interface SubgraphTypes {
  rootType(operation: 'query' | 'mutation' | 'subscription'): string;
  fieldType(typeName: string, fieldName: string): TypeNode | null;
  kindOf(typeName: string): TypeKind;
  enumValues(typeName: string): ReadonlySet<string>;
}

export function readSubgraphTypes(supergraph: DocumentNode, subgraph: string): SubgraphTypes {
  const graph = [...readGraphNames(supergraph)].find(([, name]) => name === subgraph)?.[0];
  const kinds = new Map<string, TypeKind>();
  const fields = new Map<string, TypeNode>();
  const values = new Map<string, ReadonlySet<string>>();
  const roots = new Map<string, string>();
  for (const node of supergraph.definitions) {
    if (node.kind === Kind.SCHEMA_DEFINITION) for (const root of node.operationTypes) roots.set(root.operation, root.type.name.value);
    if (node.kind === Kind.SCALAR_TYPE_DEFINITION) kinds.set(node.name.value, 'scalar');
    if (node.kind === Kind.UNION_TYPE_DEFINITION) kinds.set(node.name.value, 'abstract');
    if (node.kind === Kind.ENUM_TYPE_DEFINITION) {
      kinds.set(node.name.value, 'enum');
      values.set(node.name.value, new Set((node.values ?? []).map((value) => value.name.value)));
    }
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    kinds.set(node.name.value, node.kind === Kind.OBJECT_TYPE_DEFINITION ? 'object' : 'abstract');
    for (const field of node.fields ?? []) fields.set(`${node.name.value}.${field.name.value}`, typeInSubgraph(field, graph));
  }
  for (const scalar of ['String', 'ID', 'Int', 'Float', 'Boolean']) kinds.set(scalar, 'scalar');
  return {
    rootType: (operation) => roots.get(operation) ?? `${operation.slice(0, 1).toUpperCase()}${operation.slice(1)}`,
    fieldType: (typeName, fieldName) => fields.get(`${typeName}.${fieldName}`) ?? null,
    kindOf: (typeName) => kinds.get(typeName) ?? 'unknown',
    enumValues: (typeName) => values.get(typeName) ?? new Set(),
  };
}

/** A subgraph may be stricter than the supergraph, which then says so at its `join__field`. */
function typeInSubgraph(field: FieldDefinitionNode, graph: string | undefined): TypeNode {
  const own = directiveArguments(field, 'join__field').find((place) => place['graph'] === graph)?.['type'];
  return typeof own === 'string' ? parseType(own, { noLocation: true }) : field.type;
}
