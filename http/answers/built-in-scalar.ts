/**
 * What a scalar of the language may be in an answer.
 * Shape   name -> whether a value is one; null for other names, and for ID, that not everybody who is asked writes as text
 * Source  GraphQL specification, 3.5 "Scalars"
 */
export function builtInScalar(name: string): ((value: unknown) => boolean) | null {
  return scalars.get(name) ?? null;
}

/** The first whole number that has no room in 32 bits. */
const BEYOND_INT = 2 ** 31;

const scalars: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['String', (value: unknown) => typeof value === 'string'],
  ['Int', (value: unknown) => Number.isInteger(value) && (value as number) >= -BEYOND_INT && (value as number) < BEYOND_INT],
  ['Float', (value: unknown) => typeof value === 'number'],
  ['Boolean', (value: unknown) => typeof value === 'boolean'],
]);
