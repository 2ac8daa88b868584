import type { FetchDataRewrite } from '@apollo/query-planner';
import { readOwn, writeOwn, type JsonObject } from '../../http/answers/own-keys.ts';
import { isRecord } from '../../http/is-record.ts';
import type { IsOfType } from './type-relations.ts';

/** Changes representations before they are sent, or an answer before it is merged, in place. */
export type Rewrite = (value: unknown) => void;

const FRAGMENT = '... on ';

/**
 * The rewrites of a fetch: interface objects are sent under the interface's name, and fields that could not stand side by side come back under the name
 * that the client gave them.
 * Source  @apollo/query-planner, `FetchDataRewrite`; unlike its own gateway, a value that is 0, "", false or null is renamed too
 */
export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, isOfType: IsOfType): Rewrite | null {
  if (rewrites === undefined || rewrites.length === 0) return null;
  const single = rewrites.map((rewrite) => {
    const last = rewrite.path.at(-1);
    if (last === undefined || last.startsWith(FRAGMENT)) throw new Error('a rewrite of a query plan ends at no field');
    const change = rewrite.kind === 'ValueSetter' ? setValue(last, rewrite.setValueTo) : renameKey(last, rewrite.renameKeyTo);
    return atPath(rewrite.path.slice(0, -1), change, isOfType);
  });
  return (value) => single.forEach((rewrite) => rewrite(value));
}

function setValue(key: string, value: unknown) {
  return (object: JsonObject) => writeOwn(object, key, value);
}

function renameKey(key: string, newKey: string) {
  return (object: JsonObject) => {
    const value = readOwn(object, key);
    if (value === undefined) return;
    writeOwn(object, newKey, value);
    writeOwn(object, key, undefined);
  };
}

function atPath(path: readonly string[], change: (object: JsonObject) => void, isOfType: IsOfType): Rewrite {
  const walk = (value: unknown, from: number): void => {
    if (Array.isArray(value)) return value.forEach((item) => walk(item, from));
    if (!isRecord(value)) return;
    const element = path[from];
    if (element === undefined) return change(value);
    if (!element.startsWith(FRAGMENT)) return walk(readOwn(value, element), from + 1);
    const typeName = value['__typename'];
    // An answer whose type was not asked for is of the only type it can be.
    if (typeof typeName !== 'string' || isOfType(typeName, element.slice(FRAGMENT.length))) walk(value, from + 1);
  };
  return (value) => walk(value, 0);
}
