// The only file that loads the composition library: it is large, and only schema commands need it.
import { composeServices } from '@apollo/composition';
import { FederationError } from './federation-error.ts';
import { parseSdl } from './parse-sdl.ts';

export interface SubgraphText {
  readonly name: string;
  readonly routingUrl: string;
  readonly sdl: string;
}

export type Composition =
  | { readonly supergraphSdl: string; readonly hints: readonly { code: string; message: string }[]; readonly errors?: undefined }
  | { readonly errors: readonly { code: string; message: string }[] };

/**
 * Joins the subgraphs' texts into one supergraph, as `rover supergraph compose` does with the same library.
 * Shape   texts -> supergraph and hints, or the errors; a text that is not GraphQL is such an error
 * Errors  none thrown: what is wrong comes back in `errors`, with the composition's own codes
 */
export function composeSupergraph(subgraphs: readonly SubgraphText[]): Composition {
  try {
    const result = composeServices(
      subgraphs.map(({ name, routingUrl, sdl }) => ({ name, url: routingUrl, typeDefs: parseSdl(sdl, name) })),
    );
    if (result.errors) {
      return {
        errors: result.errors.map(({ message, extensions: { code } }) => ({ code: typeof code === 'string' ? code : 'UNKNOWN', message })),
      };
    }
    const hints = result.hints.map(({ definition, message }) => ({ code: definition.code, message }));
    return { supergraphSdl: result.supergraphSdl, hints };
  } catch (error) {
    if (error instanceof FederationError) return { errors: [{ code: error.code, message: error.message }] };
    throw error;
  }
}
