import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { QueryPlanner } from '@apollo/query-planner';
import {
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { JsonObject } from '../../http/answers/own-keys.ts';
import type { WrittenData } from '../../http/written-data.ts';
import type { GatewayContext } from '../request-context.ts';
import type { PrepareAsk } from './ask.ts';
import { compileCompletion, type Conditions, type Fragments } from './compile-completion.ts';
import { compilePlan } from './compile-plan.ts';
import { completeData, type CompiledFields } from './complete-data.ts';
import type { ExecutionError } from './execution-error.ts';
import { compileIntrospection } from './introspection.ts';
import { runPlan, type Run } from './run-plan.ts';
import type { IsOfType } from './type-relations.ts';
import { isAllWritten, isOneRound, joinWritten, understand } from './written-answer.ts';

/** What preparing needs of a supergraph; the same for all of its operations. */
export interface Preparation {
  readonly apiSchema: Schema;
  readonly schema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly isOfType: IsOfType;
  readonly prepareAsk: PrepareAsk;
}

/** `refused` holds the client's own errors, found before a subgraph is asked; there is no data then. */
export type Execution =
  | { readonly refused: readonly GraphQLError[] }
  | { readonly data: JsonObject | WrittenData | null; readonly errors: readonly ExecutionError[] };

export interface PreparedOperation {
  execute(variables: Readonly<Record<string, unknown>>, context: GatewayContext): Promise<Execution>;
}

/** Combinations of @skip and @include that are kept compiled for one operation. */
const MAX_COMBINATIONS = 16;
const MAX_VARIABLE_ERRORS = 50;

/**
 * Plans and compiles one operation of a validated document, for any number of requests.
 * Errors  GraphQLError when it cannot be served: a subscription, or a variable with the name that Federation needs
 */
export function prepareOperation(document: DocumentNode, operation: OperationDefinitionNode, preparation: Preparation): PreparedOperation {
  const { apiSchema, schema, planner, isOfType, prepareAsk } = preparation;
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) refuse('Subscriptions are not served here; ask a query or a mutation.');
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.some(({ variable }) => variable.name.value === 'representations'))
    refuse('The variable name representations is taken here; choose another.');
  const plan = planner.buildQueryPlan(operationFromDocument(apiSchema, document, nameOf(operation)));
  const { node } = plan;
  if (node?.kind === 'Subscription') throw new Error('a plan of a subscription for another operation');
  const fragments = fragmentsOf(document);
  const introspect = compileIntrospection(schema, operation, fragments);
  const conditionNames = conditionVariables(document);
  const noVariables: Conditions = new Map();
  const whole =
    introspect === null && conditionNames.length === 0 && isOneRound(plan)
      ? compileCompletion(schema, operation, fragments, noVariables)
      : null;
  const compileStep = (completion: CompiledFields | null) =>
    node === undefined ? null : compilePlan(node, prepareAsk, isOfType, completion);
  const asWritten = whole === null ? null : compileStep(whole);
  const step = asWritten !== null && isAllWritten(asWritten) ? asWritten : compileStep(null);
  const completions = new LRUCache<string, CompiledFields>({ max: MAX_COMBINATIONS });
  const refuseUnplanned = ({ fields }: CompiledFields): void => {
    const field = fields.find(({ source }) => source === 'data');
    if (step === null && field !== undefined)
      throw new Error(`the planner found no way to ${field.key}: the supergraph promises what nobody resolves`);
  };
  const completionFor = (conditions: Conditions): CompiledFields => {
    const key = conditionNames.map((name) => (conditions.get(name) === true ? '1' : '0')).join('');
    const known = completions.get(key);
    if (known !== undefined) return known;
    const compiled = compileCompletion(schema, operation, fragments, conditions);
    refuseUnplanned(compiled);
    completions.set(key, compiled);
    return compiled;
  };
  return {
    async execute(variables, context) {
      let coerced: Readonly<Record<string, unknown>> = {};
      if (definitions.length > 0) {
        const values = getVariableValues(schema, definitions, variables, { maxErrors: MAX_VARIABLE_ERRORS });
        if (values.errors !== undefined) return { refused: values.errors };
        coerced = values.coerced;
      }
      const conditions = conditionNames.length === 0 ? noVariables : new Map(conditionNames.map((name) => [name, coerced[name] === true]));
      const run: Run = { data: {}, written: [], errors: [], variables, coerced, context, isOfType };
      if (step !== null) await runPlan(step, run);
      if (run.written.length > 0) {
        const written = whole === null || run.errors.length > 0 ? null : joinWritten(whole, run.written);
        if (written !== null) return { data: written, errors: [] };
        understand(run.written, run.data, isOfType);
      }
      const introspected = introspect === null ? {} : introspect(variables, conditions);
      const { data, faults } = completeData(completionFor(conditions), run.data, introspected);
      for (const path of faults) run.errors.push({ path, code: 'COUNTRY_BAD_ANSWER', country: null, details: null, isCompletion: true });
      return { data, errors: run.errors };
    },
  };
}

function nameOf({ name }: OperationDefinitionNode): { operationName?: string } {
  return name === undefined ? {} : { operationName: name.value };
}

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
