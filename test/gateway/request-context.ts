import { AnswerBasis } from '../../gateway/cache/answer-basis.ts';
import type { GatewayContext } from '../../gateway/request-context.ts';
import { Departure } from '../../http/departure.ts';
import { RequestTrace } from '../../http/tracing/request-trace.ts';

/** The context of a request that nobody sent. */
export function openRequestContext(): GatewayContext {
  return {
    requestId: 'r',
    deadlineMs: 0,
    departure: new Departure(),
    basis: new AnswerBasis(),
    trace: new RequestTrace(undefined, null),
    asked: { operation: null },
  };
}
