import { type GraphQLObjectType, type GraphQLOutputType, getNamedType, isObjectType } from 'graphql';

/** A selection of every field below a type, without arguments, so deep that every type of the contract is reached once on each way. */
export function fullSelection(type: GraphQLObjectType, above: readonly string[] = []): string {
  const fields = Object.values(type.getFields()).filter(({ args }) =>
    args.every(({ type: wanted, defaultValue }) => isOptional(wanted, defaultValue)),
  );
  return fields.flatMap(({ name, type: result }) => selectField(name, result, [...above, type.name])).join(' ');
}

function selectField(name: string, result: GraphQLOutputType, above: readonly string[]): string[] {
  const named = getNamedType(result);
  if (!isObjectType(named)) return [name];
  if (above.includes(named.name)) return [];
  return [`${name} { ${fullSelection(named, above)} }`];
}

function isOptional(wanted: unknown, defaultValue: unknown): boolean {
  return !String(wanted).endsWith('!') || defaultValue !== undefined;
}
