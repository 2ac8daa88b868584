import { GraphQLError } from 'graphql';

/** Facts of an error that may travel: only what the client sent, and public codes. */
export interface ErrorDetails {
  readonly value?: string | number;
  readonly accepted?: readonly string[];
  readonly max?: number;
  readonly list?: string;
}

interface ErrorEntry {
  readonly family: 'client' | 'internal';
  readonly message: string;
}

/** Every error a subgraph raises itself. The gateway has the same sentences for the client family and rebuilds them; schema/ERRORS.md lists all. */
export const contractErrors = {
  PAGE_TOO_LARGE: { family: 'client', message: 'first is {value}; a page holds 1 to {max} rows.' },
  CURSOR_INVALID: {
    family: 'client',
    message: 'after is not a cursor of this list; take endCursor from a page of the same list and the same order.',
  },
  ID_INVALID: { family: 'client', message: '{value} is not an id; ids read like kz:action:arys-relief.' },
  CODE_UNKNOWN: { family: 'client', message: '{value} is not a code of {list}; accepted: {accepted}.' },
  PERIOD_INVALID: {
    family: 'client',
    message:
      '{value} is not a period; accepted are EDTF dates and intervals such as 2023, 2023-06, 2019-11-07/2020?, 2015/.. and 2023-01?/.',
  },
  DATE_INVALID: { family: 'client', message: '{value} is not a date; accepted is YYYY-MM-DD.' },
  COUNTRY_UNKNOWN: { family: 'client', message: '{value} is not a member; accepted: {accepted}.' },
  TIER_NOT_ALLOWED: { family: 'client', message: '{value} is not shown to this caller; it takes the tier {accepted}.' },
  BAD_USER_INPUT: { family: 'client', message: '{value} is not accepted here; accepted: {accepted}.' },
} as const satisfies Record<string, ErrorEntry>;

export type ContractErrorCode = keyof typeof contractErrors;

/**
 * The GraphQL error of a code, with its sentence filled in.
 * Shape   code, details -> GraphQLError with `extensions { code, details }`
 * Errors  none itself; the caller throws it
 * Source  schema/ERRORS.md
 */
export function contractError(code: ContractErrorCode, details: ErrorDetails = {}): GraphQLError {
  const words: Record<string, string> = {
    value: String(details.value ?? 'The value'),
    accepted: details.accepted?.join(', ') ?? '',
    max: String(details.max ?? ''),
    list: details.list ?? '',
  };
  const message = contractErrors[code].message.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
  return new GraphQLError(message, { extensions: { code, details } });
}
