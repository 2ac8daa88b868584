import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildASTSchema, extendSchema, type GraphQLSchema, Kind, parse } from 'graphql';
import { parseSdl } from '../parse-sdl.ts';
import type { Finding } from './finding.ts';

/**
 * What in the current text would break a client written against the released one.
 * Shape   released SDL, current SDL, places that a decision record lets break -> findings
 * Errors  SDL_INVALID
 * Source  the levels of @graphql-inspector/core: only BREAKING counts; a new enum value is not one, since output enums end in OTHER
 */
export async function breakingChanges(released: string, current: string, decided: ReadonlySet<string> = new Set()): Promise<Finding[]> {
  const changes = await diff(schemaOf(released), schemaOf(current));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map((change) => ({ where: change.path ?? 'schema', message: change.message }))
    .filter(({ where }) => !isDecided(where, decided))
    .map(({ where, message }) => ({
      check: 'breaking-changes',
      where,
      message: `${message}: released clients break; deprecate it first, or record why in schema/decisions/ with a line "Breaks: ${where}"`,
    }));
}

// A decision about a type covers its fields, one about a field covers its arguments.
const isDecided = (where: string, decided: ReadonlySet<string>): boolean => {
  const parts = where.split('.');
  return parts.some((_, index) => decided.has(parts.slice(0, index + 1).join('.')));
};

function schemaOf(sdl: string): GraphQLSchema {
  const document = parseSdl(sdl, 'schema');
  // Federation's directives are imported with @link, not defined, and clients never see them.
  const own = { ...document, definitions: document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION) };
  const hasQuery = own.definitions.some((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query');
  const base = buildASTSchema(own, { assumeValid: true, assumeValidSDL: true });
  return hasQuery ? base : extendSchema(base, parse('type Query { _empty: Boolean }'), { assumeValid: true, assumeValidSDL: true });
}
