import type { Dispatcher } from 'undici';
import type { Departure } from '../../http/departure.ts';
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
  readonly traceparent: string;
  readonly timeLeftMs: number;
  readonly departure: Departure;
  readonly maxAnswerBytes: number;
}

const LEFT: Failure = { failed: 'COUNTRY_UNAVAILABLE', reason: 'the client left', says: 'NOTHING' };
/**
 * One HTTP call under one deadline that covers connecting, headers and body alike: an idle timer would never end a drip.
 * Shape   call -> body text, or why there is none
 * Errors  none thrown; redirects are not followed, since their target was never configured
 * Source  schema/ERRORS.md, family `country`
 */
export function sendQuery(call: Call): Promise<RawAnswer | Failure> {
  const { dispatcher, origin, path, body, requestId, traceparent, timeLeftMs, departure } = call;
  return new Promise((resolve) => {
    const leave = () => receiver.cut(LEFT);
    const receiver = new AnswerReceiver(call.maxAnswerBytes, (result) => {
      clearTimeout(deadline);
      departure.forget(leave);
      resolve(result);
    });
    const deadline = setTimeout(() => receiver.cut({ failed: 'COUNTRY_TIMEOUT', reason: 'the deadline passed' }), Math.ceil(timeLeftMs));
    if (departure.hasLeft) return leave();
    departure.listen(leave);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'accept-encoding': 'gzip',
      'x-request-id': requestId,
      traceparent,
      [TIME_LEFT_HEADER]: String(Math.max(1, Math.floor(timeLeftMs))),
    };
    try {
      dispatcher.dispatch({ origin, path, method: 'POST', headers, body }, receiver);
    } catch (error) {
      receiver.cut(failureOf(error));
    }
  });
}
