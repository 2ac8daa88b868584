import type { GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';
import { keptByOperation } from './kept-by-operation.ts';

/** The fields that a query asks of a value, by name, each with those asked below it; aliases and fragments are merged. */
export type Selection = ReadonlyMap<string, Selection>;

/** Nothing selected. */
export const NO_SELECTION: Selection = new Map();

/** What the query selects below the field that is being resolved; `@skip` and `@include` are applied. */
export const selectionOf: (info: GraphQLResolveInfo) => Selection = keptByOperation((info) => {
  const tree = parseResolveInfo(info) as ResolveTree | null | undefined;
  return tree == null ? NO_SELECTION : below([tree]);
});

/** What is selected below a field of a selection; nothing, when the field is not in it. */
export function selectedBelow(selection: Selection, ...path: readonly string[]): Selection {
  let current = selection;
  for (const field of path) current = current.get(field) ?? NO_SELECTION;
  return current;
}

/** Both selections in one. */
export function mergeSelections(a: Selection, b: Selection): Selection {
  const merged = new Map(a);
  for (const [field, inner] of b) merged.set(field, mergeSelections(merged.get(field) ?? NO_SELECTION, inner));
  return merged;
}

function below(trees: readonly ResolveTree[]): Selection {
  const byName = new Map<string, ResolveTree[]>();
  for (const tree of trees) {
    for (const fields of Object.values(tree.fieldsByTypeName)) {
      for (const field of Object.values(fields)) byName.set(field.name, [...(byName.get(field.name) ?? []), field]);
    }
  }
  return new Map([...byName].map(([name, fields]) => [name, below(fields)]));
}
