import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  graphql,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { hashOf } from './seeded-random.ts';

/** How truthful a made-up subgraph is: `faulty` throws, forgets entities and gives null where none may be; `corrupt` also gives leaves of a wrong type. */
export type Manner = 'healthy' | 'faulty' | 'corrupt';

export interface SubgraphText {
  readonly name: string;
  readonly sdl: string;
}

export interface PlainAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[];
}

/** Answers a request as JSON would carry it. */
export type AnswerQuery = (query: string, variables: Record<string, unknown>, operationName: string | undefined) => Promise<PlainAnswer>;

interface Thing extends Record<string, unknown> {
  readonly __typename: string;
  /** Who it is; the same number under every key that it has. */
  readonly number: number;
}

const KEYS = new Set(['id', 'upc', 'sku', 'code']);
const PEOPLE = 5;

/**
 * A subgraph of any SDL whose values depend on the type, the entity, the field and its arguments alone: the same question has the same answer, whoever
 * asks it, together with whatever else and in whatever order.
 */
export function openMadeUpSubgraph({ name, sdl }: SubgraphText, manner: Manner): AnswerQuery {
  const typeDefs = parse(sdl);
  const schema: GraphQLSchema = buildSubgraphSchema([{ typeDefs, resolvers: resolversOf(typeDefs, manner, () => schema) as never }]);
  return async (source, variableValues, operationName) => {
    const result = await graphql({ schema, source, variableValues, ...(operationName === undefined ? {} : { operationName }) });
    const answer = JSON.parse(JSON.stringify({ data: result.data ?? null, errors: result.errors })) as PlainAnswer;
    if (result.errors?.some(({ path }) => path === undefined))
      throw new Error(`${name} refused ${source}: ${JSON.stringify(result.errors)}`);
    return manner === 'corrupt' && answer.data !== null
      ? { ...answer, data: corrupted(answer.data, '') as Record<string, unknown> }
      : answer;
  };
}

function resolversOf(typeDefs: DocumentNode, manner: Manner, schema: () => GraphQLSchema): Record<string, Record<string, unknown>> {
  const resolvers: Record<string, Record<string, unknown>> = {};
  for (const node of typeDefs.definitions) {
    const isObject = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
    if (!isObject && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const typeName = node.name.value;
    const own = (resolvers[typeName] ??= {});
    if (node.directives?.some((directive) => directive.name.value === 'key')) {
      own['__resolveReference'] = (reference: Record<string, unknown>) => resolveReference(typeName, reference, manner, schema());
    }
    if (!isObject) continue;
    for (const field of node.fields ?? []) {
      const isComputed = field.directives?.some((directive) => directive.name.value === 'requires') === true;
      own[field.name.value] = resolveField(isComputed, manner);
    }
  }
  return resolvers;
}

function resolveReference(typeName: string, reference: Record<string, unknown>, manner: Manner, schema: GraphQLSchema): Thing | null {
  const number = Number(/\d+/.exec(JSON.stringify({ ...reference, __typename: '' }))?.[0] ?? 0) % PEOPLE;
  if (manner !== 'healthy' && hashOf(`missing ${typeName} ${number}`) % 7 === 0) return null;
  if (manner !== 'healthy' && hashOf(`lost ${typeName} ${number}`) % 11 === 0) throw new GraphQLError('lost');
  const type = schema.getType(typeName);
  const named = isAbstractType(type) ? concreteOf(type, number, schema) : typeName;
  return { ...reference, __typename: named, number, given: reference };
}

function resolveField(isComputed: boolean, manner: Manner): GraphQLFieldResolver<Partial<Thing> | undefined, unknown> {
  return (parent, given, _context, info) => {
    const { fieldName, parentType, returnType, schema } = info;
    // What a representation brought is what is known of the thing.
    if (parent !== undefined && Object.hasOwn(parent, fieldName) && fieldName !== 'number') return parent[fieldName];
    const number = parent?.number ?? 0;
    if (KEYS.has(fieldName) && isLeafNamed(info)) return keyValue(returnType, fieldName, number);
    const seen = isComputed ? JSON.stringify(parent?.['given'] ?? null) : '';
    const place = `${parentType.name} ${number} ${fieldName} ${JSON.stringify(given)} ${seen}`;
    if (manner !== 'healthy' && hashOf(`throws ${place}`) % 23 === 0) throw new GraphQLError('broken');
    if (manner !== 'healthy' && hashOf(`forgets ${place}`) % 29 === 0) return null;
    return makeValue(returnType, place, schema);
  };
}

function isLeafNamed({ returnType }: GraphQLResolveInfo): boolean {
  const type = isNonNullType(returnType) ? returnType.ofType : returnType;
  return isScalarType(type);
}

function keyValue(returnType: GraphQLOutputType, fieldName: string, number: number): unknown {
  return String(returnType).startsWith('Int') ? number : fieldName === 'id' ? String(number) : `${fieldName}-${number}`;
}

function makeValue(type: GraphQLOutputType, place: string, schema: GraphQLSchema): unknown {
  if (isNonNullType(type)) return makePresent(type.ofType as GraphQLOutputType, place, schema);
  return hashOf(`null ${place}`) % 9 === 0 ? null : makePresent(type, place, schema);
}

function makePresent(type: GraphQLOutputType, place: string, schema: GraphQLSchema): unknown {
  const hash = hashOf(place);
  if (isListType(type)) {
    const length = hash % 4;
    return Array.from({ length }, (_, index) => makeValue(type.ofType as GraphQLOutputType, `${place} ${index}`, schema));
  }
  if (isEnumType(type)) return type.getValues()[hash % type.getValues().length]?.value;
  if (isScalarType(type)) {
    if (type.name === 'Int') return hash % 100;
    if (type.name === 'Float') return (hash % 100) / 4;
    if (type.name === 'Boolean') return hash % 2 === 0;
    // Empty texts too: they are values like others.
    if (type.name === 'String') return hash % 13 === 0 ? '' : `s${hash % 100}`;
    return type.name === 'ID' ? `i${hash % 100}` : { of: type.name, hash: hash % 100 };
  }
  const number = hash % PEOPLE;
  const name = isAbstractType(type) ? concreteOf(type, number, schema) : String(type);
  return { __typename: name, number } satisfies Thing;
}

function concreteOf(type: Parameters<GraphQLSchema['getPossibleTypes']>[0], number: number, schema: GraphQLSchema): string {
  const names = schema
    .getPossibleTypes(type)
    .map((possible) => possible.name)
    .sort();
  return names[number % names.length] ?? type.name;
}

/** Puts a leaf of another type here and there, by key and value, so that it does not matter what else was asked. */
function corrupted(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => corrupted(item, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, corrupted(item, name)]));
  }
  const isSpared = key === '__typename' || KEYS.has(key) || value === null;
  return !isSpared && hashOf(`corrupt ${key} ${JSON.stringify(value)}`) % 19 === 0 ? (typeof value === 'boolean' ? 1.5 : false) : value;
}
