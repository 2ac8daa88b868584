import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { clientSentence, failureSentence, type SentText } from './client-sentence.ts';
import { gatewayErrors, isClientErrorCode, type FailureCode, type GatewayErrorCode } from './errors.ts';
import type { GatewayContext } from './request-context.ts';

/**
 * The last place before a client: every error beside data leaves as `{ message, path, extensions: { code, country, retryable, requestId } }`.
 * One error for each root field and country, at the root field's key, since the planner's index counts what was sent to that country and not the rows
 * of the answer; one for each root field and sentence when the client is at fault, however many countries say so.
 * A value that completion dropped without an error becomes COUNTRY_BAD_ANSWER.
 * Errors  none: it takes only codes of the gateway's table, so nothing unknown can pass
 */
export const errorBorder: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ errors: raised, response, request, contextValue }) {
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        const dropped = takeDroppedValues(result);
        if (result.data === undefined) return;
        const sent: SentText = { query: request.query ?? '', variables: JSON.stringify(request.variables ?? {}) };
        const formatted = result.errors ?? [];
        const leaving = new Map<string, GraphQLFormattedError>();
        const add = (key: readonly unknown[], error: GraphQLFormattedError) => {
          if (!leaving.has(JSON.stringify(key))) leaving.set(JSON.stringify(key), error);
        };
        for (const [index, error] of (raised ?? []).entries()) {
          const root = error.path?.[0];
          const own = fromSource(error);
          if (own === null) {
            const masked = formatted[index];
            if (masked !== undefined) add([index], root === undefined ? masked : { ...masked, path: [root] });
          } else if (isClientErrorCode(own.code)) {
            const message = clientSentence(own.code, error.extensions['details'], sent);
            add([root, own.code, message], shape(message, root, own.code, null, contextValue));
          } else {
            const message = failureSentence(own.code, own.country);
            add([root, own.country], shape(message, root, own.code, own.country, contextValue));
          }
        }
        for (const root of dropped) {
          if ([...leaving.values()].some((error) => error.path?.[0] === root)) continue;
          add([root], shape(failureSentence('COUNTRY_BAD_ANSWER', null), root, 'COUNTRY_BAD_ANSWER', null, contextValue));
        }
        if (leaving.size === 0) delete result.errors;
        else result.errors = inOrder([...leaving.values()], Object.keys(result.data ?? {}));
      },
    };
  },
};

/** Errors that a source of ours wrote: the gateway library marks them, and their code and country are then our own words. */
function fromSource({ extensions }: GraphQLError): { code: GatewayErrorCode; country: string | null } | null {
  const { code, country, serviceName } = extensions;
  if (serviceName === undefined || typeof code !== 'string' || !Object.hasOwn(gatewayErrors, code)) return null;
  return { code: code as GatewayErrorCode & FailureCode, country: typeof country === 'string' ? country : null };
}

function shape(
  message: string,
  root: string | number | undefined,
  code: GatewayErrorCode,
  country: string | null,
  { requestId }: GatewayContext,
): GraphQLFormattedError {
  const { retryable } = gatewayErrors[code];
  return { message, ...(root === undefined ? {} : { path: [root] }), extensions: { code, country, retryable, requestId } };
}

/** Takes `valueCompletion` out of an answer: it names inner types; what matters of it is the root field. */
function takeDroppedValues(result: { extensions?: Record<string, unknown> }): Set<string | number> {
  const dropped = result.extensions?.['valueCompletion'];
  const roots = new Set<string | number>();
  if (result.extensions !== undefined) {
    delete result.extensions['valueCompletion'];
    if (Object.keys(result.extensions).length === 0) delete result.extensions;
  }
  if (!Array.isArray(dropped)) return roots;
  for (const { path } of dropped as { path?: readonly (string | number)[] }[]) {
    const root = path?.[0];
    if (root !== undefined) roots.add(root);
  }
  return roots;
}

/** By root field as in the answer, then by country: which country failed first must not change the bytes. */
function inOrder(errors: GraphQLFormattedError[], rootKeys: readonly string[]): GraphQLFormattedError[] {
  const rank = (error: GraphQLFormattedError) => rootKeys.indexOf(String(error.path?.[0]));
  return errors.sort((a, b) => rank(a) - rank(b) || (countryOf(a) < countryOf(b) ? -1 : countryOf(a) > countryOf(b) ? 1 : 0));
}

function countryOf({ extensions }: GraphQLFormattedError): string {
  const country = extensions?.['country'];
  return typeof country === 'string' ? country : '';
}
