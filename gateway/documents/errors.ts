import type { ErrorEntry } from '../../http/errors.ts';

/**
 * The codes of stored documents, beside those of `gateway/errors.ts`: a subgraph never raises them.
 * Source  schema/ERRORS.md lists the same codes
 */
export const documentErrors = {
  DOCUMENT_UNKNOWN: {
    family: 'client',
    message: 'No document of this id is stored here; take the id from the manifest of this version, or send the query.',
    retryable: false,
    httpStatus: 400,
  },
  DOCUMENT_NOT_TRUSTED: {
    family: 'client',
    message: 'Only stored documents are answered here; send the documentId of one of them.',
    retryable: false,
    httpStatus: 400,
  },
} as const satisfies Record<string, ErrorEntry>;
