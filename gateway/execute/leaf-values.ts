import { isEnumType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';
import { MISFIT } from './complete-data.ts';

const LARGEST_INT = 2_147_483_647;
const same = (isFit: (value: unknown) => boolean) => (value: unknown) => (isFit(value) ? value : MISFIT);

/** The scalars of the language; what a subgraph sent is JSON already, so it is checked and not converted, but for ids, which are texts. */
const scalars: Readonly<Record<string, (value: unknown) => unknown>> = {
  String: same((value) => typeof value === 'string'),
  Boolean: same((value) => typeof value === 'boolean'),
  Float: same((value) => typeof value === 'number'),
  Int: same((value) => Number.isInteger(value) && (value as number) <= LARGEST_INT && (value as number) >= -LARGEST_INT - 1),
  ID: (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : MISFIT),
};

/**
 * How a leaf of the API becomes part of an answer: enum values that the API hides do not fit, custom scalars are the subgraphs' own.
 * Source  GraphQL specification, 3.5 "Scalars", 3.9 "Enums", result coercion
 */
export function compileLeaf(type: GraphQLScalarType | GraphQLEnumType): (value: unknown) => unknown {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return same((value) => names.has(value));
  }
  return Object.hasOwn(scalars, type.name) ? (scalars[type.name] ?? same(() => true)) : same(() => true);
}
