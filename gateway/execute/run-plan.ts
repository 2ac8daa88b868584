import { readOwn, type JsonObject } from '../../http/answers/own-keys.ts';
import { isRecord } from '../../http/is-record.ts';
import type { GatewayContext } from '../request-context.ts';
import type { Outcome, WrittenFields } from './ask.ts';
import type { FetchStep, Step } from './compile-plan.ts';
import type { ExecutionError } from './execution-error.ts';
import { gather, locate, placeOf, type ResponsePath } from './fetch-path.ts';
import { copyData, mergeData } from './merge-data.ts';
import type { Representations } from './representations.ts';
import type { IsOfType } from './type-relations.ts';

/** One run of a plan: what is known so far, and what went wrong. */
export interface Run {
  readonly data: JsonObject;
  /** What came written; it is no part of the data yet. */
  readonly written: WrittenFields[];
  readonly errors: ExecutionError[];
  /** As the client sent them: a subgraph knows the defaults from its own request. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** With defaults. */
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
  readonly isOfType: IsOfType;
}

/**
 * Runs a plan and merges what its fetches bring.
 * Errors  none of a subgraph's: they are added to the run
 */
export async function runPlan(step: Step, run: Run): Promise<void> {
  switch (step.kind) {
    case 'sequence':
      for (const one of step.steps) await runPlan(one, run);
      return;
    case 'parallel':
      await Promise.all(step.steps.map((one) => runPlan(one, run)));
      return;
    case 'condition': {
      const branch = run.coerced[step.variable] === true ? step.ifTrue : step.ifFalse;
      if (branch !== null) await runPlan(branch, run);
      return;
    }
    case 'fetch':
      await (step.represent === null ? fetchFields(step, run) : fetchEntities(step, run));
  }
}

async function fetchFields(step: FetchStep, run: Run): Promise<void> {
  const objects = gather(run.data, step.path, run.isOfType);
  if (objects.length === 0) return;
  const { data, errors, written } = await step.ask(variablesJson(step, run, null), [], run.context);
  if (written !== undefined) run.written.push(written);
  for (const error of errors) addError(run, step, error, placeOf(step.path), error.path);
  if (data === null) return;
  step.rewriteOutput?.(data);
  objects.forEach((object, index) => mergeData(object, index === 0 ? data : (copyData(data) as JsonObject), run.isOfType));
}

async function fetchEntities(step: FetchStep, run: Run): Promise<void> {
  const objects = gather(run.data, step.path, run.isOfType);
  const represented = objects.length === 0 ? null : (step.represent?.(objects) ?? null);
  if (represented === null) return;
  const { data, errors } = await step.ask(variablesJson(step, run, represented.json), represented.typeNames, run.context);
  if (errors.length > 0) addEntityErrors(run, step, errors, represented);
  const entities = data?.['_entities'];
  if (!Array.isArray(entities)) return;
  for (const [index, entity] of (entities as unknown[]).entries()) {
    const places = represented.objects[index];
    if (!isRecord(entity) || places === undefined) continue;
    if (step.rewriteOutput !== null) {
      const typeName = objects[places[0] ?? 0]?.['__typename'];
      if (entity['__typename'] === undefined && typeName !== undefined) entity['__typename'] = typeName;
      step.rewriteOutput(entity);
    }
    for (const [nth, place] of places.entries()) {
      const object = objects[place];
      if (object !== undefined) mergeData(object, nth === places.length - 1 ? entity : (copyData(entity) as JsonObject), run.isOfType);
    }
  }
}

/** The JSON of a request's variables, written once: it is what is sent, and what tells two requests apart. */
function variablesJson({ variables }: FetchStep, run: Run, representations: string | null): string {
  let json = representations === null ? '' : `"representations":${representations}`;
  for (const name of variables) {
    const value = readOwn(run.variables, name);
    if (value === undefined) continue;
    json += `${json === '' ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}`;
  }
  return `{${json}}`;
}

type SubgraphError = Outcome['errors'][number];

function addEntityErrors(run: Run, step: FetchStep, errors: readonly SubgraphError[], { objects }: Representations): void {
  let places: ResponsePath[] | null = null;
  for (const error of errors) {
    const [index, ...rest] = error.path;
    if (typeof index !== 'number') {
      addError(run, step, error, placeOf(step.path), []);
      continue;
    }
    places ??= locate(run.data, step.path, run.isOfType);
    for (const object of objects[index] ?? []) addError(run, step, error, places[object] ?? placeOf(step.path), rest);
  }
}

function addError(run: Run, { renamed }: FetchStep, { code, country, details }: SubgraphError, place: ResponsePath, path: ResponsePath) {
  const below =
    renamed.size === 0 ? path : path.map((element) => (typeof element === 'string' ? (renamed.get(element) ?? element) : element));
  run.errors.push({ path: [...place, ...below], code, country, details, isCompletion: false });
}
