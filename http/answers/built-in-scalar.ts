/**
 * What a scalar of the language may be in an answer.
 * Shape   name -> whether a value is one; null for other names, and for ID, that not everybody who is asked writes as text
 * Source  GraphQL specification, 3.5 "Scalars"
 */
export function builtInScalar(name: string): ((value: unknown) => boolean) | null {
  return scalars.get(name) ?? null;
}

const scalars: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['String', (value: unknown) => typeof value === 'string'],
  ['Int', (value: unknown) => Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31],
  ['Float', (value: unknown) => typeof value === 'number'],
  ['Boolean', (value: unknown) => typeof value === 'boolean'],
]);
