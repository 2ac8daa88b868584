import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import { FederationError } from './federation-error.ts';

/**
 * A subgraph's text as a syntax tree; `where` names the text in the error.
 * Errors  SDL_INVALID with line and column
 */
export function parseSdl(sdl: string, where: string): DocumentNode {
  try {
    return parse(new Source(sdl, where));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const at = error.locations?.[0];
    throw new FederationError('SDL_INVALID', `${where}:${at?.line ?? 1}:${at?.column ?? 1}: ${error.message}`, { cause: error });
  }
}
