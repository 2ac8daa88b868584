import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorFacts } from '../../http/error-facts.ts';
import { compileDocument, isDocumentFault, type StoredDocument } from './compile-document.ts';

/** The stored documents of a folder, and the files that are none. */
export interface StoredDocuments {
  readonly documents: readonly StoredDocument[];
  readonly byId: ReadonlyMap<string, StoredDocument>;
  /** The document of every text that is one: as printed, and as it stands in its file. */
  readonly byText: ReadonlyMap<string, StoredDocument>;
  readonly faults: readonly { readonly file: string; readonly fault: string }[];
}

/**
 * Reads a folder of `.graphql` files; a folder that is missing stores nothing.
 * Errors  none for a file that cannot be used: it is named in `faults` and left out
 */
export async function readDocuments(folder: string): Promise<StoredDocuments> {
  const documents: StoredDocument[] = [];
  const byText = new Map<string, StoredDocument>();
  const faults: { file: string; fault: string }[] = [];
  const names = new Map<string, string>();
  for (const file of await filesIn(folder)) {
    const text = await readFile(join(folder, file), 'utf8');
    const document = compileDocument(text);
    if (isDocumentFault(document)) faults.push({ file, fault: document.fault });
    else if (names.has(document.name)) faults.push({ file, fault: `${names.get(document.name)} holds an operation ${document.name} too.` });
    else {
      names.set(document.name, file);
      documents.push(document);
      byText.set(text, document).set(document.body, document);
    }
  }
  return { documents, byId: new Map(documents.map((document) => [document.id, document])), byText, faults };
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  } catch (error) {
    if (errorFacts(error).code === 'ENOENT') return [];
    throw error;
  }
}
