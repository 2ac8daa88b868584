import type { GraphQLError } from 'graphql';
import { httpErrors } from '../../../http/errors.ts';
import { refusedQuery } from '../../refused-query.ts';

/** 429 for a query whose cost is more than the client has left. */
export function rateFault(seconds: number): GraphQLError {
  const { message, httpStatus } = httpErrors.RATE_LIMITED;
  return refusedQuery(message, 'RATE_LIMITED', httpStatus, { 'retry-after': String(seconds) });
}
