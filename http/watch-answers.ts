import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRecord } from './is-record.ts';
import type { RequestMeter } from './metrics/request-meter.ts';
import { traceOf } from './tracing/trace-of.ts';

/** What came of one request, told by whoever answers it to whoever counts. */
export interface AnswerFacts {
  /** Name of the operation that was asked; null: it has none that may be told apart. */
  operation: string | null;
  /** Code of the first error of an answer that lacks something. */
  failure: string | null;
  /** Whether the answer was given again. */
  isHit: boolean;
}

/** Answers a request to /graphql and notes what came of it. */
export type AnswerRoute = (request: FastifyRequest, reply: FastifyReply, facts: AnswerFacts) => Promise<string | FastifyReply>;

/** The same route, counted, and told to whoever follows traces. It changes no answer. */
export function watchAnswers(answer: AnswerRoute, meter: RequestMeter) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string | FastifyReply> => {
    const begunMs = performance.now();
    const facts: AnswerFacts = { operation: null, failure: null, isHit: false };
    meter.begin();
    try {
      return await answer(request, reply, facts);
    } catch (error) {
      if (!isRecord(error) || typeof error['statusCode'] !== 'number' || error['statusCode'] >= 500)
        facts.failure = 'INTERNAL_SERVER_ERROR';
      throw error;
    } finally {
      const endedMs = performance.now();
      const { operation, failure, isHit } = facts;
      meter.end(operation, (endedMs - begunMs) / 1_000, failure);
      if (request.server.spans !== null) {
        const attributes = { ...(operation === null ? {} : { 'graphql.operation.name': operation }), 'birge.cache.hit': isHit };
        traceOf(request).tellRequest({ name: 'request', begunMs, endedMs, attributes, failure });
      }
    }
  };
}
