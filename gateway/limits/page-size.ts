import { getNamedType, Kind, type GraphQLError, type GraphQLNamedType, type SelectionSetNode } from 'graphql';
import type { AskedOperation } from './asked-operation.ts';
import { valueOf, type Amount, type Variables } from './cost/amount.ts';
import { askedRows } from './cost/asked-rows.ts';
import { fieldDefinition } from './cost/field-definition.ts';
import { refusal } from './errors.ts';
import type { GatewayLimits } from './limits.ts';

/**
 * Refuses a page that a country would refuse: of more rows than a page holds, or of none. Fields without `@listSize` are left to their owners.
 * Errors  PAGE_TOO_LARGE
 */
export function findPageFault(pages: readonly Amount[], variables: Variables, { maxPageSize: max }: GatewayLimits): GraphQLError | null {
  if (max === 0) return null;
  for (const page of pages) {
    const value = valueOf(page, variables);
    if (value < 1 || value > max) return refusal('PAGE_TOO_LARGE', { value, max });
  }
  return null;
}

/** Every page that an operation asks for; each fragment is read once. */
export function readPages({ operation, fragments, schema, prices }: AskedOperation): readonly Amount[] {
  const pages: Amount[] = [];
  const seen = new Set<string>();
  const read = ({ selections }: SelectionSetNode, parent: GraphQLNamedType | null | undefined): void => {
    if (!parent) return;
    for (const part of selections) {
      if (part.kind === Kind.FIELD) {
        const definition = fieldDefinition(schema, parent, part.name.value);
        if (definition === undefined) continue;
        const size = prices.sizes.get(`${parent.name}.${definition.name}`);
        if (size !== undefined && size.slicingArguments.length > 0) pages.push(askedRows(part, definition, size, 1));
        if (part.selectionSet !== undefined) read(part.selectionSet, getNamedType(definition.type));
      } else if (part.kind === Kind.INLINE_FRAGMENT) {
        read(part.selectionSet, part.typeCondition === undefined ? parent : schema.getType(part.typeCondition.name.value));
      } else if (!seen.has(part.name.value)) {
        seen.add(part.name.value);
        const fragment = fragments.get(part.name.value);
        if (fragment !== undefined) read(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
      }
    }
  };
  read(operation.selectionSet, schema.getRootType(operation.operation));
  return pages;
}
