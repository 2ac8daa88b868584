import { composeServices } from '@apollo/composition';
import { getOperationAST, parse } from 'graphql';
import type { ExecutionError } from '../../../gateway/execute/execution-error.ts';
import { serveSupergraph } from '../../../gateway/execute/served-supergraph.ts';
import { openRequestContext } from '../request-context.ts';

export interface Asked {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}
export type Answer = Record<string, unknown> | null;

/** The supergraph of some SDL, the usual directives imported. */
export function compose(texts: Readonly<Record<string, string>>): string {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@interfaceObject", "@inaccessible"])\n`;
  const services = Object.entries(texts).map(([name, sdl]) => ({ name, url: `http://${name}.example/`, typeDefs: parse(link + sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('; '));
  return supergraphSdl;
}

const places = (errors: readonly ExecutionError[]) => errors.map(({ path }) => path.join('.'));

/**
 * Runs one query over subgraphs that answer what `answer` says, with errors at paths as a source tells them: from the root field's key, or from the
 * entity's index.
 */
export async function run(
  supergraph: string,
  query: string,
  answer: (asked: Asked) => { readonly data: Answer; readonly errorPaths?: readonly (readonly (string | number)[])[] },
) {
  const asked: Asked[] = [];
  const served = serveSupergraph(supergraph, parse(supergraph), ({ subgraph, text }) => async (variablesJson) => {
    const question = { subgraph, query: text, variables: JSON.parse(variablesJson) as Record<string, unknown> };
    asked.push(question);
    const { data, errorPaths = [] } = answer(question);
    return { data, errors: errorPaths.map((path) => ({ path, code: 'COUNTRY_ERROR' as const, country: null, details: null })) };
  });
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const context = openRequestContext();
  const execution = await served.prepare(query, document, operation).execute({}, context);
  if ('refused' in execution) throw new Error(execution.refused.map(({ message }) => message).join('; '));
  return {
    // As JSON carries it.
    data: JSON.parse(JSON.stringify(execution.data)) as unknown,
    errors: places(execution.errors.filter(({ isCompletion }) => !isCompletion)),
    misfits: places(execution.errors.filter(({ isCompletion }) => isCompletion)),
    asked,
  };
}
