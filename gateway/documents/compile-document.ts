import { createHash } from 'node:crypto';
import { Kind, parse, print, type OperationTypeNode } from 'graphql';
import { errorFacts } from '../../http/error-facts.ts';

/** A document that clients may ask by its id. */
export interface StoredDocument {
  /** `sha256:` and the hash of `body` in hexadecimal. */
  readonly id: string;
  readonly name: string;
  readonly type: OperationTypeNode;
  /** The document as graphql-js prints it: no comments, one layout. */
  readonly body: string;
}

/** A file that cannot be a stored document, and why; for whoever keeps the files. */
export interface DocumentFault {
  readonly fault: string;
}

/**
 * Makes a stored document of a file's text. One operation, with a name: a client then needs nothing but the id, and a log can name it.
 * Source  GraphQL over HTTP, appendix "Persisted Documents": a SHA256 hex document identifier is the hash of the document's text
 */
export function compileDocument(text: string): StoredDocument | DocumentFault {
  try {
    const document = parse(text, { noLocation: true });
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    if (operation === undefined || operations.length > 1) return { fault: `it holds ${operations.length} operations; one is needed.` };
    if (operation.name === undefined) return { fault: 'its operation has no name.' };
    const body = print(document);
    const id = `sha256:${createHash('sha256').update(body).digest('hex')}`;
    return { id, name: operation.name.value, type: operation.operation, body };
  } catch (error) {
    return { fault: errorFacts(error).message || 'it is not GraphQL.' };
  }
}

export const isDocumentFault = (one: StoredDocument | DocumentFault): one is DocumentFault => 'fault' in one;
