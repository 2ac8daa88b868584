import type { ErrorEntry } from '../http/errors.ts';

/**
 * Every error that the gateway gives besides those of http/. In a sentence, `{country}` is the code of the country that failed; the sentences
 * of family `client` are those of the subgraphs, word for word, and are filled from checked details only, never copied from an answer.
 * Source  schema/ERRORS.md lists the same codes; another language is another table with the same keys
 */
export const gatewayErrors = {
  COUNTRY_TIMEOUT: { family: 'country', message: '{country} did not answer in time.', retryable: true, httpStatus: 200 },
  COUNTRY_UNAVAILABLE: { family: 'country', message: '{country} cannot be reached just now.', retryable: true, httpStatus: 200 },
  COUNTRY_BAD_ANSWER: { family: 'country', message: '{country} gave an answer that cannot be used.', retryable: false, httpStatus: 200 },
  COUNTRY_ERROR: { family: 'country', message: '{country} reported a fault of its own.', retryable: false, httpStatus: 200 },
  PAGE_TOO_LARGE: { family: 'client', message: 'first is {value}; a page holds 1 to {max} rows.', retryable: false, httpStatus: 200 },
  CURSOR_INVALID: {
    family: 'client',
    message: 'after is not a cursor of this list; take endCursor from a page of the same list and the same order.',
    retryable: false,
    httpStatus: 200,
  },
  ID_INVALID: {
    family: 'client',
    message: '{value} is not an id; ids read like kz:action:arys-relief.',
    retryable: false,
    httpStatus: 200,
  },
  CODE_UNKNOWN: { family: 'client', message: '{value} is not a code of {list}; accepted: {accepted}.', retryable: false, httpStatus: 200 },
  PERIOD_INVALID: {
    family: 'client',
    message:
      '{value} is not a period; accepted are EDTF dates and intervals such as 2023, 2023-06, 2019-11-07/2020?, 2015/.. and 2023-01?/.',
    retryable: false,
    httpStatus: 200,
  },
  DATE_INVALID: { family: 'client', message: '{value} is not a date; accepted is YYYY-MM-DD.', retryable: false, httpStatus: 200 },
  COUNTRY_UNKNOWN: { family: 'client', message: '{value} is not a member; accepted: {accepted}.', retryable: false, httpStatus: 200 },
  TIER_NOT_ALLOWED: {
    family: 'client',
    message: '{value} is not shown to this caller; it takes the tier {accepted}.',
    retryable: false,
    httpStatus: 200,
  },
  BAD_USER_INPUT: { family: 'client', message: '{value} is not accepted here; accepted: {accepted}.', retryable: false, httpStatus: 200 },
} as const satisfies Record<string, ErrorEntry>;

export type GatewayErrorCode = keyof typeof gatewayErrors;

type CodeOf<Family extends ErrorEntry['family']> = {
  [Code in GatewayErrorCode]: (typeof gatewayErrors)[Code]['family'] extends Family ? Code : never;
}[GatewayErrorCode];

/** Why a subgraph's part is missing. */
export type FailureCode = CodeOf<'country'>;
/** What a subgraph says the client did wrong. */
export type ClientErrorCode = CodeOf<'client'>;

/** Whether a code says why a subgraph's part is missing. */
export function isFailureCode(code: unknown): code is FailureCode {
  return typeof code === 'string' && Object.hasOwn(gatewayErrors, code) && gatewayErrors[code as GatewayErrorCode].family === 'country';
}

export function isClientErrorCode(code: unknown): code is ClientErrorCode {
  return typeof code === 'string' && Object.hasOwn(gatewayErrors, code) && gatewayErrors[code as GatewayErrorCode].family === 'client';
}
