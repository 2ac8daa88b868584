import type { Dispatcher } from 'undici';
import { TIME_LEFT_HEADER } from '../../http/request-facts.ts';
import type { Failure } from './outcome.ts';
import { AnswerReceiver, failureOf, type RawAnswer } from './receive-answer.ts';

export interface Call {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  readonly path: string;
  /** The GraphQL request as JSON. */
  readonly body: string;
  readonly requestId: string;
  readonly timeLeftMs: number;
  readonly clientLeft: AbortSignal;
  readonly maxAnswerBytes: number;
}

const LEFT: Failure = { failed: 'COUNTRY_UNAVAILABLE', reason: 'the client left', says: 'NOTHING' };
const underWayByClient = new WeakMap<AbortSignal, Set<AnswerReceiver>>();

/** The calls that end when a client leaves: one listener for all of a request, since a listener costs more than the rest of a call's setup. */
function callsFor(clientLeft: AbortSignal): Set<AnswerReceiver> {
  const known = underWayByClient.get(clientLeft);
  if (known !== undefined) return known;
  const calls = new Set<AnswerReceiver>();
  underWayByClient.set(clientLeft, calls);
  clientLeft.addEventListener('abort', () => [...calls].forEach((receiver) => receiver.cut(LEFT)));
  return calls;
}

/**
 * One HTTP call under one deadline that covers connecting, headers and body alike: an idle timer would never end a drip.
 * Shape   call -> body text, or why there is none
 * Errors  none thrown; redirects are not followed, since their target was never configured
 * Source  schema/ERRORS.md, family `country`
 */
export function sendQuery(call: Call): Promise<RawAnswer | Failure> {
  const { dispatcher, origin, path, body, requestId, timeLeftMs, clientLeft } = call;
  return new Promise((resolve) => {
    const underWay = callsFor(clientLeft);
    const receiver = new AnswerReceiver(call.maxAnswerBytes, (result) => {
      clearTimeout(deadline);
      underWay.delete(receiver);
      resolve(result);
    });
    const deadline = setTimeout(() => receiver.cut({ failed: 'COUNTRY_TIMEOUT', reason: 'the deadline passed' }), Math.ceil(timeLeftMs));
    if (clientLeft.aborted) return receiver.cut(LEFT);
    underWay.add(receiver);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'accept-encoding': 'gzip',
      'x-request-id': requestId,
      [TIME_LEFT_HEADER]: String(Math.max(1, Math.floor(timeLeftMs))),
    };
    try {
      dispatcher.dispatch({ origin, path, method: 'POST', headers, body }, receiver);
    } catch (error) {
      receiver.cut(failureOf(error));
    }
  });
}
