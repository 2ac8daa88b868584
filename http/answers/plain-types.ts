import { Kind, type TypeNode } from 'graphql';

/** What `typeof` gives for values that are right as they are: most leaves need no other look. */
export type PlainType = 'string' | 'number' | 'boolean';

const scalars: ReadonlyMap<string, PlainType> = new Map([
  ['String', 'string'],
  ['ID', 'string'],
  ['Float', 'number'],
  ['Boolean', 'boolean'],
]);

/** The type of which every value is right for a scalar of the language; null where a value has to be looked at. */
export function plainTypeOfScalar(name: string): PlainType | null {
  return scalars.get(name) ?? null;
}

/** As above, of a value under a field; null for lists too. */
export function plainTypeOf(type: TypeNode): PlainType | null {
  if (type.kind === Kind.NON_NULL_TYPE) return plainTypeOf(type.type);
  return type.kind === Kind.NAMED_TYPE ? plainTypeOfScalar(type.name.value) : null;
}
