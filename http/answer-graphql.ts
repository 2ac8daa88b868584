import { HeaderMap, type ApolloServer, type BaseContext, type HTTPGraphQLHead } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { acceptsGraphql } from './accepts-graphql.ts';
import { currentRequest, type CurrentRequest } from './current-request.ts';
import { readPlainRequest } from './plain-request.ts';
import { readRequestFacts, type RequestFacts } from './request-facts.ts';
import { sendFault } from './send-fault.ts';

/** Accept headers whose media type is kept; clients share a few. */
const MAX_ACCEPT_HEADERS = 100;

interface HttpAnswer extends HTTPGraphQLHead {
  readonly text: string;
}

/**
 * The route of /graphql: hands a request to Apollo Server and writes its answer. The plain request of most clients is handed over as an operation; Apollo
 * Server's own reading of HTTP is asked for every other one, and once for each Accept header, which settles the answer's media type.
 * Errors  none thrown for a client's fault; each leaves in the one error shape
 * Source  GraphQL over HTTP, 6.4: under application/json a document refused before execution is 200, under graphql-response+json 400
 */
export function answerGraphql<C extends BaseContext>(apollo: ApolloServer<C>, context: (facts: RequestFacts) => C | Promise<C>) {
  const typeByAccept = new LRUCache<string, string>({ max: MAX_ACCEPT_HEADERS });

  async function answer(request: FastifyRequest, facts: RequestFacts): Promise<HttpAnswer> {
    const accept = request.headers.accept ?? '';
    const type = typeByAccept.get(accept);
    const plain = type === undefined ? null : readPlainRequest(request);
    if (type === undefined || plain === null) {
      const whole = await answerHttp(apollo, request, async () => context(facts));
      const found = whole.headers.get('content-type');
      if (found !== undefined && (whole.status ?? 200) === 200) typeByAccept.set(accept, found);
      return whole;
    }
    const { body, http } = await apollo.executeOperation(plain, { contextValue: await context(facts) });
    if (body.kind !== 'single') throw new Error(IN_PARTS);
    const { errors, data, extensions } = body.singleResult;
    http.headers.set('content-type', type);
    return { ...http, text: `${JSON.stringify({ errors, data, extensions })}\n` };
  }

  return async (request: FastifyRequest, reply: FastifyReply): Promise<string | FastifyReply> => {
    if (!acceptsGraphql(request.headers.accept)) return sendFault(reply, 'NOT_ACCEPTABLE');
    const facts = readRequestFacts(request, reply);
    const current: CurrentRequest = { requestId: facts.requestId, isRefused: false };
    const { headers, status = 200, text } = await currentRequest.run(current, () => answer(request, facts));
    for (const [name, value] of headers) reply.header(name, value);
    reply.header('cache-control', 'no-store');
    const isLegacyType = headers.get('content-type')?.startsWith('application/json') ?? false;
    reply.code(current.isRefused && status === 400 && isLegacyType ? 200 : status);
    return text;
  };
}

const IN_PARTS = 'an answer in parts was asked for, and none is offered';

async function answerHttp<C extends BaseContext>(
  apollo: ApolloServer<C>,
  request: FastifyRequest,
  context: () => Promise<C>,
): Promise<HttpAnswer> {
  const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: toApolloRequest(request), context });
  if (answer.body.kind !== 'complete') throw new Error(IN_PARTS);
  return { ...answer, text: answer.body.string };
}

function toApolloRequest(request: FastifyRequest) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const question = request.url.indexOf('?');
  return { method: request.method, headers, body: request.body, search: question === -1 ? '' : request.url.slice(question) };
}
