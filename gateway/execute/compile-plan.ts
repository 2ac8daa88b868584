import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { Ask, PrepareAsk } from './ask.ts';
import type { CompiledFields } from './complete-data.ts';
import { readFetchPath, type PathStep } from './fetch-path.ts';
import { compileRepresentations, type MakeRepresentations } from './representations.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';
import type { IsOfType } from './type-relations.ts';

/** A plan in the form that runs: every fetch knows its place in the data, its request, and what to do with the answer. */
export type Step =
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] }
  | { readonly kind: 'condition'; readonly variable: string; readonly ifTrue: Step | null; readonly ifFalse: Step | null }
  | FetchStep;

export interface FetchStep {
  readonly kind: 'fetch';
  readonly path: readonly PathStep[];
  readonly ask: Ask;
  readonly variables: readonly string[];
  /** Null for a fetch of root fields. */
  readonly represent: MakeRepresentations | null;
  readonly rewriteOutput: Rewrite | null;
  /** Keys of an answer that clients know under another name. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Compiles a query plan. A flattened part is compiled into the paths of its fetches.
 * Errors  throws for a plan of a subscription or with deferred parts: neither is served, and the schema offers neither
 */
export function compilePlan(node: PlanNode, prepareAsk: PrepareAsk, isOfType: IsOfType, whole: CompiledFields | null): Step {
  const compile = (one: PlanNode, path: readonly PathStep[]): Step => {
    switch (one.kind) {
      case 'Sequence':
      case 'Parallel':
        return { kind: one.kind === 'Sequence' ? 'sequence' : 'parallel', steps: one.nodes.map((child) => compile(child, path)) };
      case 'Flatten':
        return compile(one.node, [...path, ...readFetchPath(one.path)]);
      case 'Condition':
        return {
          kind: 'condition',
          variable: one.condition,
          ifTrue: one.ifClause === undefined ? null : compile(one.ifClause, path),
          ifFalse: one.elseClause === undefined ? null : compile(one.elseClause, path),
        };
      case 'Fetch':
        return compileFetch(one, path, prepareAsk, isOfType, whole);
      default:
        throw new Error(`a query plan with ${one.kind} is not served`);
    }
  };
  return compile(node, []);
}

function compileFetch(
  node: FetchNode,
  path: readonly PathStep[],
  prepareAsk: PrepareAsk,
  isOfType: IsOfType,
  whole: CompiledFields | null,
): FetchStep {
  const { serviceName: subgraph, operation: text, operationName, requires, variableUsages, inputRewrites, outputRewrites } = node;
  const renamed = (outputRewrites ?? []).flatMap((rewrite) =>
    rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1) ?? '', rewrite.renameKeyTo] as const] : [],
  );
  return {
    kind: 'fetch',
    path,
    ask: prepareAsk({ subgraph, text, operationName, whole }),
    variables: variableUsages ?? [],
    represent: requires === undefined ? null : compileRepresentations(requires, compileRewrites(inputRewrites, isOfType), isOfType),
    rewriteOutput: compileRewrites(outputRewrites, isOfType),
    renamed: new Map(renamed),
  };
}
