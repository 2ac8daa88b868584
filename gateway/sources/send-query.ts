import { request, type Dispatcher } from 'undici';
import { errorFacts } from '../../http/error-facts.ts';
import { TIME_LEFT_HEADER } from '../../http/request-facts.ts';
import { isFailure, type Failure } from './outcome.ts';
import { readBody } from './read-body.ts';

export interface Call {
  readonly url: string;
  readonly dispatcher: Dispatcher;
  /** The GraphQL request as JSON. */
  readonly body: string;
  readonly requestId: string;
  readonly timeLeftMs: number;
  readonly clientLeft: AbortSignal;
  readonly maxAnswerBytes: number;
}

/** A body that may be GraphQL; status is 200 or 400. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** Statuses of a subgraph that is there and does not serve us now. */
const UNAVAILABLE = new Set([401, 403, 408, 425, 429]);
const GRAPHQL_TYPES = new Set(['application/json', 'application/graphql-response+json']);

/**
 * One HTTP call under one deadline that covers connecting, headers and body alike: an idle timer would never end a drip.
 * Shape   call -> body text, or why there is none
 * Errors  none thrown; redirects are not followed, since their target was never configured
 * Source  schema/ERRORS.md, family `country`
 */
export async function sendQuery(call: Call): Promise<RawAnswer | Failure> {
  const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(call.timeLeftMs)));
  try {
    const { statusCode, headers, body } = await request(call.url, {
      dispatcher: call.dispatcher,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'accept-encoding': 'gzip',
        'x-request-id': call.requestId,
        [TIME_LEFT_HEADER]: String(Math.max(1, Math.floor(call.timeLeftMs))),
      },
      body: call.body,
      signal: AbortSignal.any([deadline, call.clientLeft]),
    });
    const type = firstOf(headers['content-type']).split(';', 1)[0] ?? '';
    const refusal = refuse(statusCode, type.trim().toLowerCase());
    if (refusal !== null) {
      // What it says is not read: it is neither GraphQL nor fit for a log.
      body.on('error', () => {}).destroy();
      return refusal;
    }
    const read = await readBody(body, firstOf(headers['content-encoding']).trim().toLowerCase(), call.maxAnswerBytes);
    return isFailure(read) ? read : { status: statusCode, text: read.text };
  } catch (error) {
    return failureOf(error, deadline);
  }
}

function refuse(status: number, type: string): Failure | null {
  const reason = `status ${status}, type ${type}`;
  if (status >= 500 || UNAVAILABLE.has(status)) return { failed: 'COUNTRY_UNAVAILABLE', reason };
  if ((status !== 200 && status !== 400) || !GRAPHQL_TYPES.has(type)) return { failed: 'COUNTRY_BAD_ANSWER', reason };
  return null;
}

function failureOf(error: unknown, deadline: AbortSignal): Failure {
  if (deadline.aborted) return { failed: 'COUNTRY_TIMEOUT', reason: 'the deadline passed' };
  const { code, name, message } = errorFacts(error);
  const reason = `${code} ${message}`.trim();
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return { failed: 'COUNTRY_TIMEOUT', reason };
  // Bytes that are not HTTP, or headers without end: it is there, and wrong.
  if (name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW') return { failed: 'COUNTRY_BAD_ANSWER', reason };
  return { failed: 'COUNTRY_UNAVAILABLE', reason };
}

function firstOf(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header[0] : header) ?? '';
}
