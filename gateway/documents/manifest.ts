import type { StoredDocument } from './compile-document.ts';

/**
 * The list of stored documents that clients are built with, in the form of Apollo's persisted query manifest: it holds the texts beside the ids, several clients
 * and routers read it, and the appendix of GraphQL over HTTP defines ids and requests but no list.
 * Source  https://www.apollographql.com/docs/graphos/platform/security/persisted-queries
 */
export function manifestOf(documents: readonly StoredDocument[]) {
  return {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: documents.map(({ id, name, type, body }) => ({ id, name, type, body })),
  } as const;
}
