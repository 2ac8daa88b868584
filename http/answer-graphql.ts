import type { ApolloServer, BaseContext } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { acceptsGraphql } from './accepts-graphql.ts';
import type { AnswerKeeper } from './answer-keeper.ts';
import { currentRequest, type CurrentRequest } from './current-request.ts';
import { executeRequests } from './execute-request.ts';
import type { RequestMeter } from './metrics/request-meter.ts';
import { readRequestFacts, type RequestFacts } from './request-facts.ts';
import { sendFault } from './send-fault.ts';
import { sendKept } from './send-kept.ts';
import type { AnswerRoute } from './watch-answers.ts';

export interface AnswerOptions<C extends BaseContext> {
  readonly apollo: ApolloServer<C>;
  readonly context: (facts: RequestFacts) => C | Promise<C>;
  /** Parses the JSON of a body; fails with a status of 400. */
  readonly parseBody: (request: FastifyRequest, body: string) => Promise<unknown>;
  readonly keeper: AnswerKeeper<C> | null;
  readonly meter: RequestMeter;
  /** Name of the operation that a request asks; null: it has none that may be told apart. */
  readonly operationOf: (context: C) => string | null;
}

/**
 * The route of /graphql: gives a kept answer again, or has the request executed and writes what came of it.
 * Errors  none thrown for a client's fault; each leaves in the one error shape
 * Source  GraphQL over HTTP, 6.4: under application/json a document refused before execution is 200, under graphql-response+json 400
 */
export function answerGraphql<C extends BaseContext>({
  apollo,
  context,
  parseBody,
  keeper,
  meter,
  operationOf,
}: AnswerOptions<C>): AnswerRoute {
  const execute = executeRequests(apollo);
  return async (request, reply, facts) => {
    const { method, url, headers, body } = request;
    if (!acceptsGraphql(headers.accept)) return sendFault(reply, 'NOT_ACCEPTABLE');
    const place = keeper === null ? null : keeper.placeOf({ method, url, headers, body: typeof body === 'string' ? body : '' });
    const found = place === null ? null : place.find();
    const kept = found instanceof Promise ? await found : found;
    if (kept !== null && keeper !== null) {
      facts.operation = kept.operation;
      facts.isHit = true;
      return sendKept(request, reply, kept, keeper.cacheControl, 'hit');
    }
    const value = typeof body === 'string' ? await parseBody(request, body) : body;
    const asked = readRequestFacts(request, reply);
    const current: CurrentRequest = { requestId: asked.requestId, trace: asked.trace, isRefused: false, failure: null };
    let made: C | null = null;
    const answer = await currentRequest.run(current, () =>
      execute({ method, url, headers, body: value }, async () => (made = await context(asked))),
    );
    const { status = 200, text } = answer;
    const type = answer.headers.get('content-type') ?? '';
    if (made !== null) facts.operation = operationOf(made);
    if (current.failure !== null) {
      if (current.isRefused || (status >= 400 && status < 500)) meter.refuse(current.failure);
      else facts.failure = current.failure;
    }
    if (place !== null && keeper !== null && made !== null && status === 200) {
      const keeps = place.keep(made, type, text);
      if (keeps !== null) return sendKept(request, reply, keeps, keeper.cacheControl, 'fwd=miss; stored');
    }
    for (const [name, content] of answer.headers) reply.header(name, content);
    reply.header('cache-control', 'no-store');
    reply.code(current.isRefused && status === 400 && type.startsWith('application/json') ? 200 : status);
    return text;
  };
}
