/** The value object of an enum: each name stands for itself, as in the GraphQL text. */
export type EnumOf<Names extends string> = { readonly [Name in Names]: Name };

/** What a GraphQL enum is made of. */
export interface EnumDefinition {
  readonly object: Readonly<Record<string, string>>;
  readonly name: string;
  readonly description: string;
  /** Value -> its description. */
  readonly values: Readonly<Record<string, string>>;
}

const definitions: EnumDefinition[] = [];

/** Every enum that was defined so far, in that order. A schema registers them: code that only needs the values loads no GraphQL for it. */
export const definedEnums: readonly EnumDefinition[] = definitions;

/**
 * Defines a GraphQL enum and gives its value object.
 * Shape   name, description, { VALUE: description of the value }
 * Source  DESIGN rule of the contract: every value is described, and an enum never serves as input and output
 */
export function defineEnum<const Values extends Record<string, string>>(
  name: string,
  description: string,
  values: Values,
): EnumOf<keyof Values & string> {
  const names = Object.keys(values);
  const object = Object.fromEntries(names.map((value) => [value, value])) as EnumOf<keyof Values & string>;
  definitions.push({ object, name, description, values });
  return object;
}

/** Defines an output enum and its twin for filters, `<name>Input`: the same values but OTHER and those that nobody can ask for. */
export function defineEnumWithInput<const Values extends Record<string, string>, const Left extends string = never>(
  name: string,
  description: string,
  values: Values,
  leftOut: readonly Left[] = [],
): { output: EnumOf<keyof Values & string>; input: EnumOf<Exclude<keyof Values & string, 'OTHER' | Left>> } {
  const left = new Set<string>(['OTHER', ...leftOut]);
  const askable = Object.fromEntries(Object.entries(values).filter(([value]) => !left.has(value)));
  return {
    output: defineEnum(name, description, values),
    input: defineEnum(`${name}Input`, `For filters. ${description}`, askable),
  };
}
