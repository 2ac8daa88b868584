import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** What makes Apollo Server end a request with an error of a known code and an HTTP status, before anything is executed. */
export function refusedQuery(message: string, code: string, status: number, headers: Readonly<Record<string, string>> = {}): GraphQLError {
  // A map of its own type: another package claims `http` for the shape of its own.
  const extensions: Record<string, unknown> = { code, http: { status, headers: new HeaderMap(Object.entries(headers)) } };
  return new GraphQLError(message, { extensions });
}
