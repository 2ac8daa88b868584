import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { currentRequest } from './current-request.ts';
import { httpErrors, type HttpErrorCode } from './errors.ts';
import { errorFacts } from './error-facts.ts';
import { isRecord } from './is-record.ts';
import { isTooLong } from './is-too-long.ts';

/** A code that a process raises besides those of this layer; only those of family `client` or `country` keep their own words. */
export interface KnownError {
  readonly family: 'client' | 'country' | 'internal';
  readonly retryable?: boolean;
}

const CODE_OF_STATUS: Readonly<Record<number, HttpErrorCode>> = {
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** Codes whose sentence graphql-js wrote from the client's document alone. */
const WORDED_BY_GRAPHQL = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE']);

/**
 * Makes the one shape in which every GraphQL error leaves: message, where it stands, and code, country, retryable, requestId.
 * Shape   known codes, tokens that a document may have, log -> Apollo Server's `formatError`
 * Errors  an error without a known code leaves as INTERNAL_SERVER_ERROR; the original goes to the log under the request id, without variables
 * Source  schema/ERRORS.md
 */
export function createErrorFormatter(knownErrors: Readonly<Record<string, KnownError>>, maxTokens: number, log: Logger) {
  return (formatted: GraphQLFormattedError, raised: unknown): GraphQLFormattedError => {
    const request = currentRequest.getStore();
    const requestId = request?.requestId ?? null;
    const path = formatted.path === undefined ? {} : { path: formatted.path };
    const known = findKnown(raised, knownErrors);
    if (known !== null) {
      const { code, entry, extensions } = known;
      if (request !== undefined) request.failure ??= code;
      const country = typeof extensions['country'] === 'string' && /^[A-Z]{2}$/.test(extensions['country']) ? extensions['country'] : null;
      const details = isRecord(extensions['details']) ? { details: extensions['details'] } : {};
      const kept = { code, country, retryable: entry.retryable ?? false, requestId };
      return { message: known.message, ...path, extensions: { ...kept, ...details } };
    }
    const code = codeOfLayer(formatted, raised, maxTokens);
    if (request !== undefined) request.failure ??= code;
    const { retryable } = httpErrors[code];
    const message = httpErrors[code].message.replace('{max}', String(maxTokens));
    if (code === 'INTERNAL_SERVER_ERROR') {
      const traceId = request?.trace.traceId;
      log.error({ requestId, traceId, path: formatted.path, cause: describe(raised) }, 'an error was masked');
    }
    // Only the parser's own errors have a place in the document; a document too deep for it ends it without one.
    const isWorded = WORDED_BY_GRAPHQL.has(code) && (code !== 'GRAPHQL_PARSE_FAILED' || formatted.locations !== undefined);
    return {
      message: isWorded ? withoutSuggestion(formatted.message) : message,
      ...(isWorded && formatted.locations !== undefined ? { locations: formatted.locations } : {}),
      ...path,
      extensions: { code, country: null, retryable, requestId },
    };
  };
}

/** A scalar's own error arrives wrapped by graphql-js and Apollo Server, which put a coarser code on top: the known code below it is the one to give. */
function findKnown(raised: unknown, knownErrors: Readonly<Record<string, KnownError>>) {
  for (let error: unknown = raised; error instanceof GraphQLError; error = error.originalError) {
    const code = String(error.extensions.code);
    const entry = Object.hasOwn(knownErrors, code) ? knownErrors[code] : undefined;
    const isOwnWording = error.extensions['details'] !== undefined || !WORDED_BY_GRAPHQL.has(code);
    if (entry !== undefined && entry.family !== 'internal' && isOwnWording) {
      return { code, entry, extensions: error.extensions, message: error.message };
    }
  }
  return null;
}

function codeOfLayer(formatted: GraphQLFormattedError, raised: unknown, maxTokens: number): HttpErrorCode {
  const code = formatted.extensions?.['code'];
  if (typeof code !== 'string' || !Object.hasOwn(httpErrors, code)) return 'INTERNAL_SERVER_ERROR';
  if (code === 'GRAPHQL_PARSE_FAILED' && raised instanceof GraphQLError && isTooLong(raised, maxTokens)) return 'QUERY_TOO_LONG';
  const http = raised instanceof GraphQLError ? raised.extensions['http'] : undefined;
  const status = isRecord(http) ? http['status'] : undefined;
  return (typeof status === 'number' ? CODE_OF_STATUS[status] : undefined) ?? (code as HttpErrorCode);
}

/** graphql-js appends the schema's nearest names to a wrong one; a hidden name must not be found by trying. */
function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .+\?$/su, '');
}

function describe(raised: unknown): { name: string; message: string; stack: string } {
  const { name, message, stack } = errorFacts(raised instanceof GraphQLError ? (raised.originalError ?? raised) : raised);
  return { name, message, stack };
}
