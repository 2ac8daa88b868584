import { HeaderMap, type GraphQLRequest, type HTTPGraphQLRequest } from '@apollo/server';
import { isRecord } from './is-record.ts';
import type { SentRequest } from './sent-request.ts';

/** Media types of a body that no browser sends without asking first; every other writing of them goes the long way. */
const JSON_TYPES = new Set(['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8']);

/** What the answer may be is settled before: an empty header spares Apollo Server from weighing types of answers in parts. */
const SETTLED = new HeaderMap([['accept', '']]);

/**
 * Reads the request that nearly every client sends: JSON by POST, with a query, and nothing in it that needs a judgment.
 * Shape   request -> what Apollo Server executes; null: whatever is special or wrong with it, Apollo Server's own reading is to say
 * Source  GraphQL over HTTP, 5.4 "POST"
 */
export function readPlainRequest({ method, headers, body, url }: SentRequest): GraphQLRequest | null {
  if (method !== 'POST' || !JSON_TYPES.has(headers['content-type'] ?? '') || url.includes('?') || !isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  if ((query !== undefined && typeof query !== 'string') || (extensions !== undefined && extensions !== null)) return null;
  const http: HTTPGraphQLRequest = { method, headers: SETTLED, search: '', body };
  const request: GraphQLRequest = { http };
  if (query !== undefined) request.query = query;
  if (typeof operationName === 'string') request.operationName = operationName;
  else if (operationName !== undefined && operationName !== null) return null;
  if (isRecord(variables)) request.variables = variables;
  else if (variables !== undefined && variables !== null) return null;
  return Object.keys(body).length === 0 ? null : request;
}
