import { HeaderMap, type ApolloServer, type BaseContext } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptsGraphql } from './accepts-graphql.ts';
import { currentRequest, type CurrentRequest } from './current-request.ts';
import { readRequestFacts, type RequestFacts } from './request-facts.ts';
import { sendFault } from './send-fault.ts';

/**
 * The route of /graphql: hands a request to Apollo Server and writes its answer.
 * Errors  none thrown for a client's fault; each leaves in the one error shape
 * Source  GraphQL over HTTP, 6.4: under application/json a document refused before execution is 200, under graphql-response+json 400
 */
export function answerGraphql<C extends BaseContext>(apollo: ApolloServer<C>, context: (facts: RequestFacts) => C | Promise<C>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string | FastifyReply> => {
    if (!acceptsGraphql(request.headers.accept)) return sendFault(reply, 'NOT_ACCEPTABLE');
    const facts = readRequestFacts(request, reply);
    const current: CurrentRequest = { requestId: facts.requestId, isRefused: false };
    const answer = await currentRequest.run(current, () =>
      apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: toApolloRequest(request), context: async () => context(facts) }),
    );
    if (answer.body.kind !== 'complete') throw new Error('an answer in parts was asked for, and none is offered');
    for (const [name, value] of answer.headers) reply.header(name, value);
    reply.header('cache-control', 'no-store');
    const status = answer.status ?? 200;
    const isLegacyType = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
    reply.code(current.isRefused && status === 400 && isLegacyType ? 200 : status);
    return answer.body.string;
  };
}

function toApolloRequest(request: FastifyRequest) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const question = request.url.indexOf('?');
  return { method: request.method, headers, body: request.body, search: question === -1 ? '' : request.url.slice(question) };
}
