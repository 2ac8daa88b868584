import {
  executeSync,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { JsonObject } from '../../http/answers/own-keys.ts';
import { isSelected, type Conditions, type Fragments } from './compile-completion.ts';

/** Answers the introspection fields of a request. */
export type Introspect = (variables: Readonly<Record<string, unknown>>, conditions: Conditions) => JsonObject;

/**
 * The part of an operation that asks about the schema itself, to be answered by graphql-js; null for the many that ask nothing of the kind.
 * Source  GraphQL specification, 4 "Introspection"
 */
export function compileIntrospection(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments): Introspect | null {
  if (!hasIntrospection(operation.selectionSet.selections, fragments)) return null;
  return (variables, conditions) => {
    const fields = collect(operation.selectionSet.selections, fragments, conditions);
    if (fields.length === 0) return {};
    const document: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [
        { ...operation, directives: [], selectionSet: { kind: Kind.SELECTION_SET, selections: fields } },
        // Those that are not used stand in the way of nothing: the document is executed, not validated again.
        ...fragments.values(),
      ],
    };
    const { data } = executeSync({ schema, document, variableValues: variables });
    return data ?? {};
  };
}

function hasIntrospection(selections: readonly SelectionNode[], fragments: Fragments): boolean {
  return collectAll(selections, fragments, () => true).length > 0;
}

function collect(selections: readonly SelectionNode[], fragments: Fragments, conditions: Conditions): FieldNode[] {
  return collectAll(selections, fragments, (selection) => isSelected(selection, conditions));
}

function collectAll(
  selections: readonly SelectionNode[],
  fragments: Fragments,
  isWanted: (selection: SelectionNode) => boolean,
  visited: Set<string> = new Set(),
): FieldNode[] {
  return selections.filter(isWanted).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__schema' || selection.name.value === '__type' ? [selection] : [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return collectAll(selection.selectionSet.selections, fragments, isWanted, visited);
    if (visited.has(selection.name.value)) return [];
    visited.add(selection.name.value);
    return collectAll(fragments.get(selection.name.value)?.selectionSet.selections ?? [], fragments, isWanted, visited);
  });
}
