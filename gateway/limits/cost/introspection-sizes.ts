import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType, type GraphQLSchema } from 'graphql';

/**
 * How large the lists of introspection are in one schema: types are counted, what a type holds is the mean over all of them.
 * Shape   rows by `Type.field`
 */
export function introspectionSizes(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = withFields.flatMap((type) => Object.values(type.getFields()));
  const mean = (rows: number) => rows / types.length;
  return new Map([
    ['__Schema.types', types.length],
    ['__Schema.directives', schema.getDirectives().length],
    ['__Directive.args', 1],
    ['__Directive.locations', 1],
    ['__Type.fields', mean(fields.length)],
    ['__Field.args', fields.map(({ args }) => args).reduce(count, 0) / Math.max(1, fields.length)],
    [
      '__Type.inputFields',
      mean(
        types
          .filter(isInputObjectType)
          .map((type) => Object.keys(type.getFields()))
          .reduce(count, 0),
      ),
    ],
    [
      '__Type.enumValues',
      mean(
        types
          .filter(isEnumType)
          .map((type) => type.getValues())
          .reduce(count, 0),
      ),
    ],
    ['__Type.interfaces', mean(withFields.map((type) => type.getInterfaces()).reduce(count, 0))],
    [
      '__Type.possibleTypes',
      mean(
        types
          .filter((type) => isInterfaceType(type) || isUnionType(type))
          .map((type) => schema.getPossibleTypes(type))
          .reduce(count, 0),
      ),
    ],
    // About every second type is wrapped in a list or a non-null; the usual query asks for nine wrappings.
    ['__Type.ofType', 0.5],
  ]);
}

const count = (sum: number, { length }: { readonly length: number }): number => sum + length;
