import { HeaderMap, type ApolloServer, type BaseContext, type HTTPGraphQLHead } from '@apollo/server';
import { LRUCache } from 'lru-cache';
import { readPlainRequest } from './plain-request.ts';
import type { SentRequest } from './sent-request.ts';
import { WrittenData } from './written-data.ts';

export interface HttpAnswer extends HTTPGraphQLHead {
  readonly text: string;
}

/** Accept headers whose media type is kept; clients share a few. */
const MAX_ACCEPT_HEADERS = 100;
const IN_PARTS = 'an answer in parts was asked for, and none is offered';

/**
 * Has requests executed by Apollo Server. The plain request of most clients is handed over as an operation; Apollo Server's own reading of HTTP is asked
 * for every other one, and once for each Accept header, which settles the answer's media type.
 */
export function executeRequests<C extends BaseContext>(apollo: ApolloServer<C>) {
  const typeByAccept = new LRUCache<string, string>({ max: MAX_ACCEPT_HEADERS });
  return async (request: SentRequest, context: () => Promise<C>): Promise<HttpAnswer> => {
    const accept = request.headers.accept ?? '';
    const type = typeByAccept.get(accept);
    const plain = type === undefined ? null : readPlainRequest(request);
    if (type === undefined || plain === null) {
      const whole = await executeHttp(apollo, request, context);
      const found = whole.headers.get('content-type');
      if (found !== undefined && (whole.status ?? 200) === 200) typeByAccept.set(accept, found);
      return whole;
    }
    const { body, http } = await apollo.executeOperation(plain, { contextValue: await context() });
    if (body.kind !== 'single') throw new Error(IN_PARTS);
    const { errors, data, extensions } = body.singleResult;
    http.headers.set('content-type', type);
    const written: unknown = data;
    const isWritten = written instanceof WrittenData && errors === undefined && extensions === undefined;
    return { ...http, text: isWritten ? `{"data":${written.json}}\n` : `${JSON.stringify({ errors, data, extensions })}\n` };
  };
}

async function executeHttp<C extends BaseContext>(
  apollo: ApolloServer<C>,
  request: SentRequest,
  context: () => Promise<C>,
): Promise<HttpAnswer> {
  const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: toApolloRequest(request), context });
  if (answer.body.kind !== 'complete') throw new Error(IN_PARTS);
  return { ...answer, text: answer.body.string };
}

function toApolloRequest(request: SentRequest) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const question = request.url.indexOf('?');
  return { method: request.method, headers, body: request.body, search: question === -1 ? '' : request.url.slice(question) };
}
