import {
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  OperationTypeNode,
  type TypeNode,
} from 'graphql';
import { lineOf } from './line-of.ts';

/** A type at which clients begin: what it is called in this text, and its part there. */
export interface RootType {
  readonly operation: OperationTypeNode;
  readonly node: ObjectTypeDefinitionNode | ObjectTypeExtensionNode;
  readonly fields: readonly RootField[];
}

export interface RootField {
  readonly name: string;
  /** Its type without lists and non-nulls. */
  readonly type: string;
  /** Line of the text, counted from 1. */
  readonly line: number;
}

const USUAL_NAMES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/**
 * The root types of a text, each definition and extension by itself, in the order of writing.
 * Shape   syntax tree -> root types; `Mutation` counts as one wherever it stands, since federation takes it for one
 */
export function readRootTypes(document: DocumentNode): RootType[] {
  const operations = new Map<string, OperationTypeNode>();
  const named = document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.operationTypes ?? []) : [],
  );
  for (const { operation, type } of named) operations.set(type.name.value, operation);
  for (const operation of Object.values(OperationTypeNode)) {
    const isNamed = operation === OperationTypeNode.QUERY && named.some((one) => one.operation === operation);
    if (!isNamed) operations.set(USUAL_NAMES[operation], operation);
  }
  return document.definitions.flatMap((node): RootType[] => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const operation = operations.get(node.name.value);
    if (operation === undefined) return [];
    const fields = (node.fields ?? []).map(({ name, type }) => ({ name: name.value, type: nameOf(type), line: lineOf(name) }));
    return [{ operation, node, fields }];
  });
}

/** The fields with which a query can begin. */
export function readQueryFields(document: DocumentNode): RootField[] {
  return readRootTypes(document)
    .filter(({ operation }) => operation === OperationTypeNode.QUERY)
    .flatMap(({ fields }) => fields);
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));
