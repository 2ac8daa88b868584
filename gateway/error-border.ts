import { GraphQLError } from 'graphql';
import { clientSentence, failureSentence, type SentText } from './client-sentence.ts';
import { gatewayErrors, isClientErrorCode, type GatewayErrorCode } from './errors.ts';
import type { ExecutionError } from './execute/execution-error.ts';
import type { GatewayContext } from './request-context.ts';

/** What the client sent, as far as a sentence may repeat it. */
export interface Sent {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The last place before a client: every error beside data leaves as `{ message, path, extensions: { code, country, retryable, requestId } }`.
 * One error for each root field and country, at the root field's key; one for each root field and sentence when the client is at fault, however many
 * countries say so. A value that did not fit its type is told only where nothing else is: mostly it is the echo of another error.
 * Shape   errors at their places, data, what was sent -> errors by root field as in the answer, then by country
 * Errors  none: it takes only codes of the gateway's table, so nothing unknown can pass
 */
export function borderErrors(
  errors: readonly ExecutionError[],
  data: Readonly<Record<string, unknown>> | null,
  sent: Sent,
  context: GatewayContext,
): GraphQLError[] {
  const leaving = new Map<string, GraphQLError>();
  const told = new Set<unknown>();
  const text = textOf(sent);
  for (const error of [...errors.filter((one) => !one.isCompletion), ...errors.filter((one) => one.isCompletion)]) {
    const root = error.path[0];
    if (error.isCompletion && told.has(root)) continue;
    told.add(root);
    const isClients = isClientErrorCode(error.code);
    const message = isClientErrorCode(error.code)
      ? clientSentence(error.code, error.details, text())
      : failureSentence(error.code, error.country);
    const country = isClients ? null : error.country;
    const key = JSON.stringify([root, isClients ? [error.code, message] : country]);
    if (!leaving.has(key)) leaving.set(key, shape(message, root, error.code, country, context));
  }
  return inOrder([...leaving.values()], Object.keys(data ?? {}));
}

/** Written when the first sentence needs it. */
function textOf({ query, variables }: Sent): () => SentText {
  let text: SentText | null = null;
  return () => (text ??= { query, variables: JSON.stringify(variables) });
}

function shape(
  message: string,
  root: string | number | undefined,
  code: GatewayErrorCode,
  country: string | null,
  { requestId }: GatewayContext,
): GraphQLError {
  const { retryable } = gatewayErrors[code];
  return new GraphQLError(message, { path: root === undefined ? null : [root], extensions: { code, country, retryable, requestId } });
}

/** Which country failed first must not change the bytes. */
function inOrder(errors: GraphQLError[], rootKeys: readonly string[]): GraphQLError[] {
  const rank = (error: GraphQLError) => rootKeys.indexOf(String(error.path?.[0]));
  return errors.sort((a, b) => rank(a) - rank(b) || (countryOf(a) < countryOf(b) ? -1 : countryOf(a) > countryOf(b) ? 1 : 0));
}

function countryOf({ extensions: { country } }: GraphQLError): string {
  return typeof country === 'string' ? country : '';
}
