import { buildASTSchema, parse, specifiedRules, validate } from 'graphql';
import type { StoredDocument } from '../../gateway/documents/compile-document.ts';
import { readDocuments } from '../../gateway/documents/read-documents.ts';
import { documentRule } from '../../gateway/limits/document-rule.ts';
import { readLimits } from '../../gateway/limits/limits.ts';
import { readSupergraph } from '../../gateway/read-supergraph.ts';

export interface CheckedOperations {
  readonly documents: readonly StoredDocument[];
  /** One line for each document or file that cannot be served. */
  readonly faults: readonly string[];
}

/** Reads a folder of operations and says which of them the supergraph, or a limit as it ships, would refuse. */
export async function checkOperations(folder: string, supergraphFile: string): Promise<CheckedOperations> {
  const stored = await readDocuments(folder);
  const supergraph = await readSupergraph(supergraphFile);
  const schema = buildASTSchema(supergraph.document, { assumeValidSDL: true });
  const rules = [...specifiedRules, documentRule(readLimits((_variable, shipped) => shipped))];
  const unfit = stored.documents.flatMap(({ name, body }) =>
    validate(schema, parse(body), rules).map(({ message }) => `${name}: ${message}`),
  );
  return { documents: stored.documents, faults: [...stored.faults.map(({ file, fault }) => `${file}: ${fault}`), ...unfit] };
}
