import { type DocumentNode, Kind, type TypeNode } from 'graphql';

/** A type of a subgraph's text, as far as an answer can be held against it. */
export type ContractType =
  | { readonly kind: 'scalar' }
  | { readonly kind: 'enum'; readonly values: ReadonlySet<string> }
  | {
      readonly kind: 'object' | 'abstract';
      readonly fields: ReadonlyMap<string, TypeNode>;
      /** The interfaces and unions that it belongs to. */
      readonly belongsTo: ReadonlySet<string>;
    };

/** By name; the scalars of GraphQL itself stand in no text. */
export type ContractTypes = ReadonlyMap<string, ContractType>;

/** The types that a subgraph's text defines or extends. */
export function readTypes(document: DocumentNode): ContractTypes {
  const types = new Map<string, ContractType>();
  const memberships = new Map<string, Set<string>>();
  const belongsTo = (name: string): Set<string> => {
    const known = memberships.get(name) ?? new Set();
    memberships.set(name, known);
    return known;
  };
  const fields = new Map<string, Map<string, TypeNode>>();
  for (const node of document.definitions) {
    switch (node.kind) {
      case Kind.SCALAR_TYPE_DEFINITION:
        types.set(node.name.value, { kind: 'scalar' });
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        types.set(node.name.value, { kind: 'enum', values: new Set((node.values ?? []).map(({ name }) => name.value)) });
        break;
      case Kind.UNION_TYPE_DEFINITION:
        for (const member of node.types ?? []) belongsTo(member.name.value).add(node.name.value);
        types.set(node.name.value, { kind: 'abstract', fields: new Map(), belongsTo: belongsTo(node.name.value) });
        break;
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION: {
        const name = node.name.value;
        const isObject = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
        const own = fields.get(name) ?? new Map<string, TypeNode>();
        fields.set(name, own);
        for (const field of node.fields ?? []) own.set(field.name.value, field.type);
        for (const one of node.interfaces ?? []) belongsTo(name).add(one.name.value);
        types.set(name, { kind: isObject ? 'object' : 'abstract', fields: own, belongsTo: belongsTo(name) });
        break;
      }
      default:
    }
  }
  return types;
}
