import type { GraphQLError } from 'graphql';
import type { ErrorEntry } from '../../http/errors.ts';
import { gatewayErrors } from '../errors.ts';
import { fillSentence } from '../fill-sentence.ts';
import { refusedQuery } from '../refused-query.ts';

/**
 * The codes of the gateway's limits, beside those of `gateway/errors.ts`: a subgraph never raises them.
 * Source  schema/ERRORS.md lists the same codes
 */
export const limitErrors = {
  QUERY_TOO_DEEP: {
    family: 'client',
    message: 'The query is {found} levels deep; at most {max} are answered.',
    retryable: false,
    httpStatus: 400,
  },
  QUERY_TOO_COSTLY: {
    family: 'client',
    message: 'The query costs {found} points; at most {max} are answered. Ask for smaller pages or fewer lists.',
    retryable: false,
    httpStatus: 400,
  },
  TOO_MANY_ALIASES: {
    family: 'client',
    message: 'The query has {found} aliases; at most {max} are answered.',
    retryable: false,
    httpStatus: 400,
  },
  TOO_MANY_FIELDS: {
    family: 'client',
    message: 'The query has {found} fields {where}; at most {max} are answered.',
    retryable: false,
    httpStatus: 400,
  },
  TOO_MANY_DIRECTIVES: {
    family: 'client',
    message: 'The query has {found} directives {where}; at most {max} are answered.',
    retryable: false,
    httpStatus: 400,
  },
  LIST_TOO_LONG: {
    family: 'client',
    message: 'A list in the variables holds {found} items; at most {max} are taken.',
    retryable: false,
    httpStatus: 400,
  },
} as const satisfies Record<string, ErrorEntry>;

type RefusalCode = keyof typeof limitErrors | 'PAGE_TOO_LARGE';

/** Refuses a query before any country is asked: 400, or 200 under application/json. */
export function refusal(code: RefusalCode, words: Readonly<Record<string, string | number>>): GraphQLError {
  const { message } = code === 'PAGE_TOO_LARGE' ? gatewayErrors[code] : limitErrors[code];
  return refusedQuery(fillSentence(message, words), code, 400);
}
