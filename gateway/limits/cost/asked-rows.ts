import { Kind, type FieldNode, type GraphQLField } from 'graphql';
import type { Amount, Variables } from './amount.ts';
import type { ListSize } from './read-prices.ts';

/**
 * How many rows a field is asked for by its slicing arguments; the largest, if it has several.
 * Shape   field of the query, its definition, its `@listSize`, rows when nothing says -> rows, as the client wrote them: perhaps none, or fewer
 * Errors  none: null, or a variable without a value, is the argument's default
 */
export function askedRows(
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  { slicingArguments }: Pick<ListSize, 'slicingArguments'>,
  otherwise: number,
): Amount {
  const said = slicingArguments.map((name) => rowsBy(name, field, definition));
  const largest = (variables: Variables): number => {
    const rows = said.map((one) => (typeof one === 'function' ? one(variables) : one)).filter((one) => one !== null);
    return rows.length === 0 ? otherwise : Math.max(...rows);
  };
  return said.some((one) => typeof one === 'function') ? largest : largest({});
}

function rowsBy(
  name: string,
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
): number | null | ((variables: Variables) => number | null) {
  const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
  const preset: unknown = definition.args.find((argument) => argument.name === name)?.defaultValue;
  const fallback = typeof preset === 'number' ? preset : null;
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind !== Kind.VARIABLE) return fallback;
  const variable = value.name.value;
  return (variables) => {
    const rows = variables[variable];
    return typeof rows === 'number' ? rows : fallback;
  };
}
