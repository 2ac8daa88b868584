// The only file that loads the composition library: it is large, and only schema commands need it.
import { composeServices } from '@apollo/composition';
import type { Finding } from './checks/finding.ts';
import { FederationError } from './federation-error.ts';
import { memberRules } from './member-rules.ts';
import { parseSdl } from './parse-sdl.ts';

export interface SubgraphText {
  readonly name: string;
  readonly routingUrl: string;
  readonly sdl: string;
}

export type Composition =
  | { readonly supergraphSdl: string; readonly hints: readonly { code: string; message: string }[]; readonly errors?: undefined }
  | {
      readonly errors: readonly { code: string; message: string }[];
      /** The same errors as a check tells them, when the texts were refused before they were composed; none: composition refused them. */
      readonly findings?: readonly Finding[];
    };

/**
 * Joins the subgraphs' texts into one supergraph, as `rover supergraph compose` does with the same library. Texts in which a member takes what
 * another one answers are refused first: the library would join them.
 * Shape   texts -> supergraph and hints, or the errors; a text that is not GraphQL is such an error
 * Errors  none thrown: what is wrong comes back in `errors`, with the composition's own codes, or the broken rule's name as a code
 */
export function composeSupergraph(subgraphs: readonly SubgraphText[]): Composition {
  try {
    const findings = memberRules(subgraphs);
    if (findings.length > 0) return { errors: findings.map(toError), findings };
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

const toError = ({ check, where, message }: Finding): { code: string; message: string } => ({
  code: check.toUpperCase().replaceAll('-', '_'),
  message: `${where}: ${message}`,
});
