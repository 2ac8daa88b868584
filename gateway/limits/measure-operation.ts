import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How a limit measures: a field from what stands below it, and a selection from its parts. */
export interface Measure<T> {
  readonly nothing: T;
  readonly together: (one: T, other: T) => T;
  readonly field: (field: FieldNode, below: T) => T;
}

/** More than any limit, and still exact in a message: a few fragments make more fields than a number can hold. */
export const UNCOUNTABLE = Number.MAX_SAFE_INTEGER;
export const addUp = (one: number, other: number): number => Math.min(one + other, UNCOUNTABLE);

/** The operations of a document and its fragments by name. */
export function definitionsOf(document: DocumentNode) {
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    else if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return { operations, fragments };
}

/**
 * Measures the costliest of a document's operations as if its fragments were written out; each fragment is measured once, so a document whose
 * fragments spread each other is measured in the time it takes to read it.
 * Shape   document, measure, which of two is more -> what the measure says of the largest operation
 * Errors  none: a fragment that is missing or spreads itself adds nothing, and the specification's own rules refuse it
 */
export function measureDocument<T>(document: DocumentNode, measure: Measure<T>, larger: (one: T, other: T) => T): T {
  const { operations, fragments } = definitionsOf(document);
  const measured = new Map<string, T>();
  const ofFragment = (name: string): T => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, measure.nothing);
    const fragment = fragments.get(name);
    const found = fragment === undefined ? measure.nothing : ofSelection(fragment.selectionSet);
    measured.set(name, found);
    return found;
  };
  const ofSelection = ({ selections }: SelectionSetNode): T => {
    let sum = measure.nothing;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet === undefined ? measure.nothing : ofSelection(selection.selectionSet);
        sum = measure.together(sum, measure.field(selection, below));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) sum = measure.together(sum, ofSelection(selection.selectionSet));
      else sum = measure.together(sum, ofFragment(selection.name.value));
    }
    return sum;
  };
  return operations.map(({ selectionSet }) => ofSelection(selectionSet)).reduce(larger, measure.nothing);
}
