import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';

/** A part of the client's query that is passed on to countries as it stands. */
export interface ForwardedSelection {
  /** Response keys from the resolved field down to this part: tells apart what the client asked twice under two names. */
  readonly path: string;
  /** The selection set's content, with fragments written out. */
  readonly fields: string;
}

/** The client's variables that forwarded parts use: their declarations and values. */
export interface ForwardedVariables {
  readonly declarations: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Finds every place below the resolved field where the given fields are asked, in this order, and cuts the client's selection out there.
 * Shape   info of the resolved field, its type, field names downwards -> one part for each response path
 */
export function forwardedSelections(
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  fieldNames: readonly string[],
): ForwardedSelection[] {
  return descend(info, type, info.fieldNodes, fieldNames, []);
}

function descend(
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  [name, ...deeper]: readonly string[],
  path: readonly string[],
): ForwardedSelection[] {
  if (name === undefined) return [{ path: path.join('.'), fields: printFields(nodes, info.fragments) }];
  const asked = collectSubfields(info.schema, info.fragments, info.variableValues, type, nodes);
  return [...asked].flatMap(([responseKey, fieldNodes]) => {
    const field = type.getFields()[fieldNodes[0]?.name.value ?? ''];
    const inner = field && getNamedType(field.type);
    return field?.name === name && isObjectType(inner) ? descend(info, inner, fieldNodes, deeper, [...path, responseKey]) : [];
  });
}

/** The response keys from below the root field down to the field that is being resolved: the `path` of its forwarded part. */
export function pathBelowRoot(info: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at; at = at.prev) {
    if (typeof at.key === 'string') keys.unshift(at.key);
  }
  return keys.slice(1).join('.');
}

/** The declarations and values of the variables that the parts use. */
export function forwardedVariables(info: GraphQLResolveInfo, parts: readonly ForwardedSelection[]): ForwardedVariables {
  let used = usedVariables.get(parts);
  if (used === undefined) usedVariables.set(parts, (used = readUsedVariables(info, parts)));
  const { names, declarations } = used;
  return {
    declarations,
    values: Object.fromEntries(names.filter((name) => name in info.variableValues).map((name) => [name, info.variableValues[name]])),
  };
}

/** Parts that are kept for a document name the same variables at every request. */
const usedVariables = new WeakMap<readonly ForwardedSelection[], UsedVariables>();
type UsedVariables = Pick<ForwardedVariables, 'declarations'> & { readonly names: readonly string[] };

function readUsedVariables({ operation }: GraphQLResolveInfo, parts: readonly ForwardedSelection[]): UsedVariables {
  const names = new Set(parts.flatMap(({ fields }) => [...fields.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? '')));
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable }) => names.has(variable.name.value));
  return { names: [...names], declarations: definitions.map((definition) => print(definition)) };
}

function printFields(nodes: readonly FieldNode[], fragments: Readonly<Record<string, FragmentDefinitionNode>>): string {
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const set: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [...selections] };
  const inlined = visit(set, {
    FragmentSpread: {
      enter(spread): SelectionNode | undefined {
        const fragment = fragments[spread.name.value];
        if (fragment === undefined) return undefined;
        const { typeCondition, selectionSet } = fragment;
        return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives: spread.directives ?? [] };
      },
    },
  });
  return print(inlined).slice(1, -1);
}
