import { isClientErrorCode, isFailureCode, type ClientErrorCode, type FailureCode } from '../errors.ts';
import type { SubgraphError } from './outcome.ts';

/** An error as the source hands it on: where it stands, whose it is, and nothing that a subgraph wrote but `details`, which the border checks. */
export interface LocatedError {
  /** In the answer to the sub-query, from the root field's key; for entities from the entity's index, or empty for all of them. */
  readonly path: readonly (string | number)[];
  readonly code: FailureCode | ClientErrorCode;
  /** The country that a subgraph without one of its own speaks of; null: the source's own country, if it is one. */
  readonly country: string | null;
  readonly details: unknown;
}

/** One error per root field of the sub-query. For entities the path is empty: the place of the fetch is put before it. */
export function locateFailure(code: FailureCode, rootKeys: readonly string[]): LocatedError[] {
  return placesOf(rootKeys).map((path) => ({ path, code, country: null, details: null }));
}

/**
 * A subgraph's own errors, one per place and code: a code of the client family is kept, every other is COUNTRY_ERROR.
 * A subgraph that asks countries itself may also say which of them failed, and how: `speaksFor` holds the countries of which it is believed.
 * Shape   an error that names no root field of the sub-query stands at each field that came back null, or at all when none did
 */
export function locateErrors(
  errors: readonly SubgraphError[],
  rootKeys: readonly string[],
  data: Record<string, unknown> | null,
  speaksFor: ReadonlySet<string> = new Set(),
): LocatedError[] {
  const located = new Map<string, LocatedError>();
  const nulls = rootKeys.filter((key) => data === null || data[key] === null || data[key] === undefined);
  for (const error of errors) {
    const country = typeof error.country === 'string' && speaksFor.has(error.country) ? error.country : null;
    const isTold = isClientErrorCode(error.code) || (isFailureCode(error.code) && country !== null);
    const code = isTold ? error.code : 'COUNTRY_ERROR';
    const named = placeIn(error.path, rootKeys);
    for (const path of named === null ? placesOf(nulls.length > 0 ? nulls : rootKeys) : [named]) {
      // Details are part of the key: two wrong codes in one field are two things to mend.
      const details = isClientErrorCode(code) ? error.details : null;
      const told = isFailureCode(code) ? country : null;
      located.set(JSON.stringify([path, code, told, details]), { path, code, country: told, details });
    }
  }
  return [...located.values()];
}

function placesOf(rootKeys: readonly string[]): string[][] {
  return rootKeys.includes('_entities') ? [[]] : rootKeys.map((key) => [key]);
}

/** A path as the subgraph gave it, as far as it is one; null when it names no root field of the sub-query. */
function placeIn(path: readonly unknown[] | null, rootKeys: readonly string[]): (string | number)[] | null {
  const [root, ...below] = path ?? [];
  if (typeof root !== 'string' || !rootKeys.includes(root)) return null;
  const end = below.findIndex((element) => typeof element !== 'string' && !(Number.isInteger(element) && (element as number) >= 0));
  const rest = (end === -1 ? below : below.slice(0, end)) as (string | number)[];
  if (root !== '_entities') return [root, ...rest];
  return typeof rest[0] === 'number' ? rest : [];
}
