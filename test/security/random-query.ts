import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isInterfaceType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Gives the next number from 0 up to, not including, 1. */
export type Random = () => number;

/** A repeatable sequence of numbers: one seed, one sequence. Source: mulberry32, public domain. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Values that a client might send, good and odd; every one fits its scalar as far as the gateway can tell. */
const values: Readonly<Record<string, readonly string[]>> = {
  ID: ['"kz:action:arys-relief"', '"hub:joint-program:roadmap-2019"', '"none"', '""', '7'],
  String: ['"a"', '"Алматы"', `"' OR 1=1 --"`, '"%"', '"\\u0000"'],
  Int: ['1', '3', '50'],
  Float: ['1', '2.5'],
  Boolean: ['true', 'false'],
};
const OTHER_SCALAR = ['"KZ"', '"2023"', '"2019-11-07"', '"2026-01-01T00:00:00Z"', '"VOL_TOTAL"', '"odd"'];

const MAX_DEPTH = 5;

/** A query that fits the schema, of a few fields on a few levels. */
export function randomQuery(schema: GraphQLSchema, random: Random): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = <T>(list: readonly T[], most: number): T[] => Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(list));
  let aliases = 0;

  const value = (type: GraphQLInputType, depth: number): string => {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return `[${value(nullable.ofType, depth)}]`;
    if (isEnumType(nullable)) return pick(nullable.getValues()).name;
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter((field) => isRequiredInputField(field) || (depth > 0 && random() < 0.3));
      return `{ ${fields.map((field) => `${field.name}: ${value(field.type, depth - 1)}`).join(', ')} }`;
    }
    return pick(values[getNamedType(type).name] ?? OTHER_SCALAR);
  };
  const given = (list: readonly GraphQLArgument[]): string => {
    const chosen = list.filter((argument) => isRequiredArgument(argument) || random() < 0.25);
    return chosen.length === 0 ? '' : `(${chosen.map(({ name, type }) => `${name}: ${value(type, 2)}`).join(', ')})`;
  };
  const selection = (type: GraphQLNamedType, depth: number): string => {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const fitting = fields.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)));
    const parts =
      fitting.length === 0
        ? ['__typename']
        : some(fitting, 3).map((field) => {
            const below = getNamedType(field.type);
            // An alias for each, since the same field with other arguments cannot be merged.
            return `f${(aliases += 1)}: ${field.name}${given(field.args)}${isCompositeType(below) ? ` ${selection(below, depth - 1)}` : ''}`;
          });
    if (isInterfaceType(type) && random() < 0.5) {
      const concrete = pick(schema.getPossibleTypes(type));
      if (concrete !== undefined && depth > 1) parts.push(`... on ${concrete.name} ${selection(concrete, depth - 1)}`);
    }
    return `{ ${parts.join(' ')} }`;
  };
  const query = schema.getQueryType();
  if (!query) throw new Error('the schema has no queries');
  return selection(query, MAX_DEPTH);
}
