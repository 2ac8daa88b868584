import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { httpErrors } from '../../http/errors.ts';
import { isRecord } from '../../http/is-record.ts';
import { refusedQuery } from '../refused-query.ts';
import type { GatewayContext } from '../request-context.ts';
import { documentErrors } from './errors.ts';
import type { StoredDocument } from './compile-document.ts';
import type { StoredDocuments } from './read-documents.ts';

/** Asks nothing and costs nothing; Apollo Server lets nobody refuse a request before it has a query. */
const STAND_IN = '{ __typename }';

/**
 * Puts a stored document in the place of its id, and says which one is asked; with `trustedOnly`, refuses every other document. Of a refused request
 * nothing is parsed.
 * Errors  DOCUMENT_UNKNOWN, DOCUMENT_NOT_TRUSTED; BAD_REQUEST for an id that is no text, or beside a query
 * Source  GraphQL over HTTP, appendix "Persisted Documents"
 */
export function documentsPlugin(stored: StoredDocuments, trustedOnly: boolean): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ request, contextValue }) {
      const found = findDocument(request, stored, trustedOnly);
      if (found === null) return;
      if (!(found instanceof GraphQLError)) {
        contextValue.asked.operation = found.name;
        request.query ??= found.body;
        return;
      }
      request.query = STAND_IN;
      return {
        async didResolveOperation() {
          throw found;
        },
      };
    },
  };
}

/** The stored document that is asked, the reason to refuse, or null: it is another one, or neither an id nor a query is there, which Apollo Server says itself. */
function findDocument(request: GraphQLRequest, stored: StoredDocuments, trustedOnly: boolean): StoredDocument | GraphQLError | null {
  const { query } = request;
  const ids = documentIds(request);
  if (ids.length === 0) {
    const document = query === undefined ? undefined : stored.byText.get(query);
    const isRefused = trustedOnly && query !== undefined && document === undefined;
    return isRefused ? refusedQuery(documentErrors.DOCUMENT_NOT_TRUSTED.message, 'DOCUMENT_NOT_TRUSTED', 400) : (document ?? null);
  }
  const [id] = ids;
  if (ids.length > 1 || typeof id !== 'string' || query !== undefined)
    return refusedQuery(httpErrors.BAD_REQUEST.message, 'BAD_REQUEST', 400);
  return (
    stored.byId.get(id) ?? stored.byId.get(`sha256:${id}`) ?? refusedQuery(documentErrors.DOCUMENT_UNKNOWN.message, 'DOCUMENT_UNKNOWN', 400)
  );
}

/** As sent: in the body of a POST, in the address of a GET. */
function documentIds({ http }: GraphQLRequest): unknown[] {
  if (http === undefined) return [];
  if (http.method === 'GET') return http.search === '' ? [] : new URLSearchParams(http.search).getAll('documentId');
  const id = isRecord(http.body) ? http.body['documentId'] : undefined;
  return id === undefined || id === null ? [] : [id];
}
