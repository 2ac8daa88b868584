import { GraphQLError } from 'graphql';
import type { Outcome } from './ask/outcome.ts';

/** What the hub says of a country that it asked for the one thing a query wants; where several are asked, coverage says it instead. */
export const hubErrors = {
  COUNTRY_TIMEOUT: { family: 'country', retryable: true, message: '{country} did not answer in time.' },
  COUNTRY_UNAVAILABLE: { family: 'country', retryable: true, message: '{country} cannot be reached just now.' },
} as const;

/** The error of a country that did not answer. Source: schema/ERRORS.md */
export function countryError(country: string, outcome: Outcome): GraphQLError {
  const code = outcome.kind === 'timedOut' ? 'COUNTRY_TIMEOUT' : 'COUNTRY_UNAVAILABLE';
  return new GraphQLError(hubErrors[code].message.replace('{country}', country), { extensions: { code, country } });
}
