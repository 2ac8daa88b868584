import { type GraphQLField, type GraphQLObjectType, getNamedType, isAbstractType, isObjectType } from 'graphql';

/**
 * A selection of every field below a type, so deep that every type of the contract is reached once on each way. A required argument takes its
 * value, as GraphQL text, from `given` by its name; a field with another one is left out.
 */
export function fullSelection(
  type: GraphQLObjectType,
  given: Readonly<Record<string, string>> = {},
  above: readonly string[] = [],
): string {
  return Object.values(type.getFields())
    .flatMap((field) => selectField(field, given, [...above, type.name]))
    .join(' ');
}

export function selectField(
  { name, type, args }: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, string>>,
  above: readonly string[],
): string[] {
  const required = args.filter(({ type: wanted, defaultValue }) => String(wanted).endsWith('!') && defaultValue === undefined);
  if (required.some((argument) => given[argument.name] === undefined)) return [];
  const values = required.map((argument) => `${argument.name}: ${given[argument.name]}`);
  const asked = values.length === 0 ? name : `${name}(${values.join(', ')})`;
  const named = getNamedType(type);
  if (isAbstractType(named)) return [`${asked} { __typename }`];
  if (!isObjectType(named)) return [asked];
  if (above.includes(named.name)) return [];
  return [`${asked} { ${fullSelection(named, given, above)} }`];
}
