import type { QueryPlan } from '@apollo/query-planner';
import type { JsonObject } from '../../http/answers/own-keys.ts';
import { WrittenData } from '../../http/written-data.ts';
import type { WrittenFields } from './ask.ts';
import type { CompiledFields } from './complete-data.ts';
import type { Step } from './compile-plan.ts';
import { mergeData } from './merge-data.ts';
import type { IsOfType } from './type-relations.ts';

/** Whether a plan asks for root fields only, all at once: nothing of an answer is needed to ask the next. */
export function isOneRound({ node }: QueryPlan): boolean {
  if (node === undefined || node.kind === 'Subscription') return false;
  const fetches = node.kind === 'Parallel' ? node.nodes : [node];
  return fetches.every((fetch) => fetch.kind === 'Fetch' && fetch.requires === undefined && (fetch.outputRewrites ?? []).length === 0);
}

/** Whether every fetch of such a plan may bring its fields written: one that has to be understood would make the others' reading work for nothing. */
export function isAllWritten(step: Step): boolean {
  if (step.kind === 'fetch') return step.ask.isWritten === true;
  return step.kind === 'parallel' && step.steps.every(isAllWritten);
}

/** Puts the fields together in the order of the query; null when one of them did not come so, or came twice. */
export function joinWritten({ fields }: CompiledFields, parts: readonly WrittenFields[]): WrittenData | null {
  if (parts.reduce((sum, { size }) => sum + size, 0) !== fields.length) return null;
  let json = '';
  for (const { key } of fields) {
    const value = parts.find((part) => part.has(key))?.get(key);
    if (value === undefined) return null;
    json += `${json === '' ? '{' : ','}"${key}":${value}`;
  }
  return new WrittenData(`${json}}`);
}

/** Understands written fields after all: others failed, and their places are to be completed. */
export function understand(parts: readonly WrittenFields[], data: JsonObject, isOfType: IsOfType): void {
  for (const part of parts) {
    const values = [...part].map(([key, json]) => [key, JSON.parse(json) as unknown] as const);
    mergeData(data, Object.fromEntries(values), isOfType);
  }
}
