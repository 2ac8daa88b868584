import { isEnumType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';
import { plainTypeOfScalar, type PlainType } from '../../http/answers/plain-types.ts';
import { MISFIT } from './complete-data.ts';

export interface Leaf {
  readonly complete: (value: unknown) => unknown;
  readonly plainType: PlainType | null;
}

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
export function compileLeaf(type: GraphQLScalarType | GraphQLEnumType): Leaf {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return { complete: same((value) => names.has(value)), plainType: null };
  }
  if (!Object.hasOwn(scalars, type.name)) return { complete: same(() => true), plainType: null };
  return { complete: scalars[type.name] ?? same(() => true), plainType: plainTypeOfScalar(type.name) };
}
