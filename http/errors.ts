/**
 * One row of an error table.
 * Shape   family: who is at fault; message: one fixed sentence; retryable: whether the same request may succeed later;
 *         httpStatus: when the error is the whole answer (RFC 9110), 200 when it stands beside data
 */
export interface ErrorEntry {
  readonly family: 'client' | 'country' | 'internal';
  readonly message: string;
  readonly retryable: boolean;
  readonly httpStatus: number;
}

/**
 * Every error that the HTTP layer itself gives. The codes of GraphQL requests are Apollo Server's own names; their sentence is that of
 * graphql-js, which is made of the client's document only, so `message` here is used when there is none.
 * Source  schema/ERRORS.md lists the same codes
 */
export const httpErrors = {
  GRAPHQL_PARSE_FAILED: { family: 'client', message: 'The document is not GraphQL.', retryable: false, httpStatus: 400 },
  QUERY_TOO_LONG: {
    family: 'client',
    message: 'The query has more than {max} tokens; ask for less at once.',
    retryable: false,
    httpStatus: 400,
  },
  GRAPHQL_VALIDATION_FAILED: { family: 'client', message: 'The document does not fit the schema.', retryable: false, httpStatus: 400 },
  BAD_USER_INPUT: { family: 'client', message: 'A variable does not fit its type.', retryable: false, httpStatus: 400 },
  OPERATION_RESOLUTION_FAILURE: { family: 'client', message: 'The document has no such operation.', retryable: false, httpStatus: 400 },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    family: 'client',
    message: 'Hashes are not kept here; send the whole query.',
    retryable: false,
    httpStatus: 200,
  },
  BAD_REQUEST: {
    family: 'client',
    message:
      'This is not one GraphQL request. Send POST with Content-Type application/json and a JSON object that holds `query`, ' +
      'or GET with `query` and a header apollo-require-preflight; where documents are stored, `documentId` takes the place of `query`.',
    retryable: false,
    httpStatus: 400,
  },
  NOT_FOUND: { family: 'client', message: 'Nothing is served under this address.', retryable: false, httpStatus: 404 },
  METHOD_NOT_ALLOWED: { family: 'client', message: 'This method is not served here.', retryable: false, httpStatus: 405 },
  NOT_ACCEPTABLE: {
    family: 'client',
    message: 'Answers are application/graphql-response+json or application/json; Accept names neither.',
    retryable: false,
    httpStatus: 406,
  },
  REQUEST_TIMEOUT: { family: 'client', message: 'The request did not arrive in time.', retryable: true, httpStatus: 408 },
  BODY_TOO_LARGE: { family: 'client', message: 'The request body is too large.', retryable: false, httpStatus: 413 },
  UNSUPPORTED_MEDIA_TYPE: {
    family: 'client',
    message: 'The request body must be application/json.',
    retryable: false,
    httpStatus: 415,
  },
  RATE_LIMITED: {
    family: 'client',
    message: 'Too many requests, or too much work, within a minute; the header Retry-After says in how many seconds to ask again.',
    retryable: true,
    httpStatus: 429,
  },
  SERVICE_UNAVAILABLE: { family: 'internal', message: 'This cannot be answered just now.', retryable: true, httpStatus: 503 },
  INTERNAL_SERVER_ERROR: {
    family: 'internal',
    message: 'The server failed; the request id finds the cause in its log.',
    retryable: false,
    httpStatus: 500,
  },
} as const satisfies Record<string, ErrorEntry>;

export type HttpErrorCode = keyof typeof httpErrors;
