import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  buildASTSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  parse,
  type GraphQLField,
} from 'graphql';
import { openGateway } from '../gateway/small-federation.ts';

const supergraph = readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'supergraph.graphql'), 'utf8');
const schema = buildASTSchema(parse(supergraph), { assumeValidSDL: true });
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !/^(?:__|join__|link__)/.test(name));

/** One letter off, so that the right name is the nearest. */
const misspelled = (name: string): string => `${name.slice(0, -1)}${name.endsWith('q') ? 'x' : 'q'}`;

/** The same misspellings in the variables of one root field: names of its filter, and values of the enums in it. */
function inVariables(field: GraphQLField<unknown, unknown>): { query: string; variables: Record<string, unknown>; name: string }[] {
  return field.args.flatMap((argument) => {
    const input = getNamedType(argument.type);
    if (!isInputObjectType(input)) return [];
    const rest = field.args.filter((one) => one !== argument && isRequiredArgument(one)).map(({ name }) => `${name}: "2024"`);
    const query = `query ($v: ${input.name}) { ${field.name}(${[...rest, `${argument.name}: $v`].join(', ')}) { __typename } }`;
    return Object.values(input.getFields()).flatMap(({ name, type }) => {
      const values = getNamedType(type);
      const enums = isEnumType(values) ? values.getValues() : [];
      return [
        { query, variables: { v: { [misspelled(name)]: 1 } }, name },
        ...enums.map((value) => ({ query, variables: { v: { [name]: [misspelled(value.name)] } }, name: value.name })),
      ];
    });
  });
}

/** Queries that each misspell one name of the schema, with the name. */
function misspellings(): { query: string; variables: Record<string, unknown>; name: string }[] {
  const found: { query: string; variables?: Record<string, unknown>; name: string }[] = [];
  for (const type of types) {
    found.push({ query: `{ node(id: "x") { ... on ${misspelled(type.name)} { __typename } } }`, name: type.name });
    found.push({ query: `query ($v: ${misspelled(type.name)}) { __typename }`, name: type.name });
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        const selection =
          type.name === 'Query'
            ? `{ ${misspelled(field.name)} }`
            : `{ node(id: "x") { ...F } } fragment F on ${type.name} { ${misspelled(field.name)} }`;
        found.push({ query: selection, name: field.name });
        for (const { name } of type.name === 'Query' ? field.args.filter((argument) => !isRequiredArgument(argument)) : [])
          found.push({ query: `{ ${field.name}(${misspelled(name)}: 1) { __typename } }`, name });
      }
    }
    if (isEnumType(type)) {
      for (const { name } of type.getValues()) found.push({ query: `query ($v: ${type.name} = ${misspelled(name)}) { __typename }`, name });
    }
    if (isInputObjectType(type)) {
      for (const { name } of Object.values(type.getFields())) {
        found.push({ query: `query ($v: ${type.name} = { ${misspelled(name)}: 1 }) { __typename }`, name });
      }
    }
  }
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) found.push(...inVariables(field));
  return found.map((one) => ({ variables: {}, ...one }));
}

test('none of the misspelled fields, arguments, types, input fields and enum values is answered with the right name', async () => {
  const all = misspellings();
  expect(all.length).toBeGreaterThan(500);
  const { ask } = await openGateway(supergraph);
  const told: string[] = [];
  let refused = 0;
  for (const { query, variables, name } of all) {
    const { body, text } = await ask(query, variables);
    if (body.errors !== undefined) refused += 1;
    // graphql-js quotes every name it says; only names that the client wrote may be among them.
    const said = (body.errors ?? []).flatMap(({ message }) => [...message.matchAll(/"(\w+)/g)].map(([, word]) => word));
    const sent = new Set(`${query} ${JSON.stringify(variables)}`.split(/[^\w]+/));
    if (/did you mean/i.test(text) || (said.includes(name) && !sent.has(name))) told.push(`${query} -> ${text}`);
  }
  expect(told).toEqual([]);
  expect(refused).toBe(all.length);
});
