import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, lexicographicSortSchema, parse } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { markListSizes } from './mark-list-sizes.ts';
import { registerEnums } from './register-enums.ts';

const IMPORTS = ['@key', '@shareable', '@inaccessible', '@tag', '@external', '@listSize'];

/** Finds an entity from its key, for `_entities`; null when the key is not one of this subgraph. */
export type ReferenceResolver<Context> = (reference: Readonly<Record<string, unknown>>, context: Context) => object | null;

export interface SubgraphClasses<Context> {
  readonly resolvers: NonEmptyArray<Function>;
  /** Object types that no field of a class names: implementations of interfaces. */
  readonly types: readonly Function[];
  /** Entity type name -> its reference resolver. */
  readonly references?: Readonly<Record<string, ReferenceResolver<Context>>>;
  /** How many rows a list without pages holds, by `Type.field`, where it is known and not about ten. */
  readonly listRows?: Readonly<Record<string, number>>;
  /** How to read rows that another subgraph answered; absent: every row is this subgraph's own. */
  readonly foreignRows?: ForeignRows;
}

/** Rows in the shape of another subgraph's answer, by response key and not by field. */
export interface ForeignRows {
  readonly isForeign: (row: unknown) => boolean;
  /** The value of the field that is being resolved. */
  readonly read: (row: unknown, info: GraphQLResolveInfo) => unknown;
}

/** A subgraph's contract as text, and the executable schema made from that very text. */
export interface SubgraphSchema {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/**
 * Makes a Federation 2 subgraph from type-graphql classes.
 * Errors  those of type-graphql and @apollo/subgraph when the classes are no valid subgraph
 */
export async function buildSubgraph<Context>(classes: SubgraphClasses<Context>): Promise<SubgraphSchema> {
  const { resolvers, types, references = {}, listRows = {}, foreignRows } = classes;
  registerEnums();
  const schema = await buildSchema({ resolvers, orphanedTypes: [...types], skipCheck: true, validate: false });
  markListSizes(schema, listRows);
  // printSubgraphSchema keeps directives, which the printer of graphql-js drops.
  const printed = printSubgraphSchema(lexicographicSortSchema(schema));
  const sdl = `${linkOf(printed)}\n\n${printed}\n`;
  const map = createResolversMap(schema) as ResolverMap;
  for (const [typeName, resolve] of Object.entries(references)) map[typeName] = { ...map[typeName], __resolveReference: resolve };
  if (foreignRows) readForeignRows(map, foreignRows);
  return { sdl, schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: map as never }]) };
}

/** A country has no field that costs more than its rows, and its text needs no directive for it. */
function linkOf(printed: string): string {
  const imports = printed.includes('@cost(') ? [...IMPORTS, '@cost'] : IMPORTS;
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(imports).replaceAll(',', ', ')})`;
}

type ResolverMap = Record<string, Record<string, unknown>>;

/** Lets every field read foreign rows as they came, and own rows as before. */
function readForeignRows(map: ResolverMap, { isForeign, read }: ForeignRows): void {
  for (const fields of Object.values(map)) {
    for (const [field, own] of Object.entries(fields)) {
      if (typeof own !== 'function') continue;
      const resolve = own as GraphQLFieldResolver<unknown, unknown>;
      if (field === '__isTypeOf') fields[field] = (row: unknown) => isForeign(row) || Reflect.apply(own, undefined, [row]) === true;
      else if (!field.startsWith('__')) {
        fields[field] = (row: unknown, parameters: Record<string, unknown>, context: unknown, info: GraphQLResolveInfo) =>
          isForeign(row) ? read(row, info) : resolve(row, parameters, context, info);
      }
    }
  }
}
