import { buildASTSchema, extendSchema, type GraphQLSchema, Kind, parse } from 'graphql';
import { parseSdl } from '../parse-sdl.ts';

/**
 * A subgraph's text as a schema that clients could ask; a text without a root field gets an empty one.
 * Errors  SDL_INVALID
 */
export function schemaOfText(sdl: string, where = 'schema'): GraphQLSchema {
  const document = parseSdl(sdl, where);
  // Federation's directives are imported with @link, not defined, and clients never see them.
  const own = { ...document, definitions: document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION) };
  const hasQuery = own.definitions.some((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query');
  const base = buildASTSchema(own, { assumeValid: true, assumeValidSDL: true });
  return hasQuery ? base : extendSchema(base, parse('type Query { _empty: Boolean }'), { assumeValid: true, assumeValidSDL: true });
}
