import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AskedOperation } from '../asked-operation.ts';
import { atLeastZero, plus, shared, times, type Amount } from './amount.ts';
import { askedRows } from './asked-rows.ts';
import { fieldDefinition } from './field-definition.ts';

/** Rows of a list whose size nothing tells. */
const UNSIZED = 10;

/** What introspection costs in one schema. */
export interface IntrospectionPrice {
  /** Points for each object. */
  readonly weight: number;
  readonly sizes: ReadonlyMap<string, number>;
}

/** The cost of a selection: once, and once more for each row of the page that it stands in. */
interface Cost {
  readonly once: Amount;
  readonly perRow: Amount;
}

const NOTHING: Cost = { once: 0, perRow: 0 };

/**
 * What an operation costs at most: one point for each object, times the rows of every list around it; a field that is asked twice counts twice.
 * Unit    points, not rounded
 * Errors  none; a fragment is read once, not once for each spread
 * Source  https://ibm.github.io/graphql-specs/cost-spec.html, with sizes from `@listSize`, an argument's default, or 10
 */
export function estimateCost({ operation, fragments, schema, prices }: AskedOperation, introspection: IntrospectionPrice): Amount {
  const read = new Map<string, Cost>();

  const ofSelection = ({ selections }: SelectionSetNode, parent: GraphQLNamedType, rowFields: readonly string[]): Cost => {
    let sum = NOTHING;
    for (const selection of selections) {
      const part = ofPart(selection, parent, rowFields);
      const included = isIncluded(selection.directives);
      sum = { once: plus(sum.once, times(included, part.once)), perRow: plus(sum.perRow, times(included, part.perRow)) };
    }
    return sum;
  };
  const ofPart = (part: SelectionNode, parent: GraphQLNamedType, rowFields: readonly string[]): Cost => {
    if (part.kind === Kind.INLINE_FRAGMENT)
      return ofSelection(part.selectionSet, typeOf(part.typeCondition?.name.value) ?? parent, rowFields);
    if (part.kind === Kind.FRAGMENT_SPREAD) return ofFragment(part.name.value, rowFields);
    const definition = fieldDefinition(schema, parent, part.name.value);
    return definition === undefined ? NOTHING : ofField(part, definition, parent.name, rowFields);
  };
  const ofFragment = (name: string, rowFields: readonly string[]): Cost => {
    const key = [name, ...rowFields].join(' ');
    const known = read.get(key);
    if (known !== undefined) return known;
    read.set(key, NOTHING);
    const fragment = fragments.get(name);
    const type = typeOf(fragment?.typeCondition.name.value);
    const { once, perRow } = fragment === undefined || type === undefined ? NOTHING : ofSelection(fragment.selectionSet, type, rowFields);
    const cost = { once: shared(once), perRow: shared(perRow) };
    read.set(key, cost);
    return cost;
  };
  const ofField = (field: FieldNode, definition: GraphQLField<unknown, unknown>, owner: string, rowFields: readonly string[]): Cost => {
    const place = `${owner}.${definition.name}`;
    const type = getNamedType(definition.type);
    const size = prices.sizes.get(place);
    const rows = size === undefined ? UNSIZED : atLeastZero(askedRows(field, definition, size, size.assumedSize ?? UNSIZED));
    const sizedFields = size?.sizedFields ?? [];
    const below = field.selectionSet === undefined ? NOTHING : ofSelection(field.selectionSet, type, sizedFields);
    const weight = prices.weights.get(place) ?? prices.weights.get(type.name) ?? plainWeight(type, introspection.weight);
    const each = plus(weight, plus(below.once, times(rows, below.perRow)));
    const forArguments = (field.arguments ?? []).reduce((sum, { name }) => sum + (prices.weights.get(`${place}(${name.value})`) ?? 0), 0);
    if (rowFields.includes(definition.name)) return { once: forArguments, perRow: each };
    const isList = isListType(getNullableType(definition.type));
    const count = introspection.sizes.get(place) ?? (isList ? (sizedFields.length === 0 ? rows : UNSIZED) : 1);
    return { once: plus(forArguments, times(count, each)), perRow: 0 };
  };
  const typeOf = (name: string | undefined): GraphQLNamedType | undefined => (name === undefined ? undefined : schema.getType(name));

  const root = schema.getRootType(operation.operation);
  return root ? ofSelection(operation.selectionSet, root, []).once : 0;
}

function plainWeight(type: GraphQLNamedType, introspectionWeight: number): number {
  if (!isCompositeType(type)) return 0;
  return type.name.startsWith('__') ? introspectionWeight : 1;
}

/** 1, or 0 where `@skip` or `@include` leaves a part out. */
function isIncluded(directives: readonly DirectiveNode[] | undefined): Amount {
  let included: Amount = 1;
  for (const { name, arguments: given } of directives ?? []) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const whenTrue = name.value === 'include' ? 1 : 0;
    const value = given?.[0]?.value;
    if (value?.kind === Kind.BOOLEAN) included = times(included, value.value ? whenTrue : 1 - whenTrue);
    if (value?.kind === Kind.VARIABLE) {
      const variable = value.name.value;
      included = times(included, (variables) => (variables[variable] === true ? whenTrue : 1 - whenTrue));
    }
  }
  return included;
}
