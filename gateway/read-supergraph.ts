import { readFile } from 'node:fs/promises';
import { Kind, parse, type DocumentNode } from 'graphql';
import { errorFacts } from '../http/error-facts.ts';

/** A supergraph file that cannot be served; names the file and the reason, for the operator. */
export class SupergraphError extends Error {
  override readonly name = 'SupergraphError';
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`The supergraph file ${file} cannot be used: ${reason}`);
  }
}

export interface Supergraph {
  readonly file: string;
  readonly text: string;
  readonly document: DocumentNode;
}

/**
 * Reads the stored supergraph, so that a gateway starts without asking any subgraph.
 * Errors  SupergraphError when the file is missing, is not GraphQL, or names no subgraph
 */
export async function readSupergraph(file: string): Promise<Supergraph> {
  return parseSupergraph(file, await readSupergraphText(file));
}

/** Errors: SupergraphError when the file is missing or cannot be read. */
export async function readSupergraphText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new SupergraphError(file, errorFacts(error).code === 'ENOENT' ? 'there is no such file.' : reasonOf(error));
  }
}

/** Errors: SupergraphError when the text is not GraphQL, or names no subgraph. */
export function parseSupergraph(file: string, text: string): Supergraph {
  try {
    const document = parse(text, { noLocation: true });
    const hasGraphs = document.definitions.some((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph');
    if (!hasGraphs)
      throw new SupergraphError(file, 'it names no subgraph (no enum join__Graph); a composed Federation 2 supergraph is needed.');
    return { file, text, document };
  } catch (error) {
    if (error instanceof SupergraphError) throw error;
    throw new SupergraphError(file, reasonOf(error));
  }
}

export function reasonOf(error: unknown): string {
  return errorFacts(error).message || 'the reason is unknown.';
}
