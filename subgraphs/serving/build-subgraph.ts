import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, type GraphQLSchema, lexicographicSortSchema, parse } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@tag", "@external"])';

/** Finds an entity from its key, for `_entities`; null when the key is not one of this subgraph. */
export type ReferenceResolver<Context> = (reference: Readonly<Record<string, unknown>>, context: Context) => object | null;

export interface SubgraphClasses<Context> {
  readonly resolvers: NonEmptyArray<Function>;
  /** Object types that no field of a class names: implementations of interfaces. */
  readonly types: readonly Function[];
  /** Entity type name -> its reference resolver. */
  readonly references?: Readonly<Record<string, ReferenceResolver<Context>>>;
  /** Wraps the resolver of every field, for example to read rows that another subgraph answered. */
  readonly wrapResolver?: (resolver: FieldResolver) => FieldResolver;
}

export type FieldResolver = GraphQLFieldResolver<unknown, unknown>;

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
  const { resolvers, types, references = {}, wrapResolver } = classes;
  const schema = await buildSchema({ resolvers, orphanedTypes: [...types], skipCheck: true, validate: false });
  // printSubgraphSchema keeps directives, which the printer of graphql-js drops.
  const sdl = `${LINK}\n\n${printSubgraphSchema(lexicographicSortSchema(schema))}\n`;
  const map = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const [typeName, resolve] of Object.entries(references)) map[typeName] = { ...map[typeName], __resolveReference: resolve };
  if (wrapResolver) {
    for (const fields of Object.values(map)) {
      for (const [field, resolver] of Object.entries(fields)) {
        if (typeof resolver === 'function' && !field.startsWith('__')) fields[field] = wrapResolver(resolver as FieldResolver);
      }
    }
  }
  return { sdl, schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: map as never }]) };
}
