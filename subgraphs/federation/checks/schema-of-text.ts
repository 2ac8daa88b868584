import { buildASTSchema, extendSchema, type GraphQLSchema, Kind, parse } from 'graphql';
import { FederationError } from '../federation-error.ts';
import { parseSdl } from '../parse-sdl.ts';

/**
 * A subgraph's text as a schema that clients could ask; a text without a root field gets an empty one.
 * Errors  SDL_INVALID, also for a text that names a type which it does not declare
 */
export function schemaOfText(sdl: string, where = 'schema'): GraphQLSchema {
  const document = parseSdl(sdl, where);
  // Federation's directives are imported with @link, not defined, and clients never see them.
  const own = { ...document, definitions: document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION) };
  const hasQuery = own.definitions.some((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query');
  const base = buildOrRefuse(() => buildASTSchema(own, { assumeValid: true, assumeValidSDL: true }), where);
  return hasQuery ? base : extendSchema(base, parse('type Query { _empty: Boolean }'), { assumeValid: true, assumeValidSDL: true });
}

/** Whether a text names no type that it does not declare; composition says which one. */
export function isWholeSchema(sdl: string): boolean {
  try {
    schemaOfText(sdl);
    return true;
  } catch (error) {
    if (error instanceof FederationError) return false;
    throw error;
  }
}

function buildOrRefuse(build: () => GraphQLSchema, where: string): GraphQLSchema {
  try {
    return build();
  } catch (error) {
    throw new FederationError('SDL_INVALID', `${where}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
