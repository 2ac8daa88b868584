import { readOwn, writeOwn, type JsonObject } from '../../http/answers/own-keys.ts';
import { isRecord } from '../../http/is-record.ts';
import type { IsOfType } from './type-relations.ts';

/**
 * Puts what one fetch brought to what others brought before. Objects and lists of equal length merge, other values replace; but null replaces no object,
 * so that the order of two parallel answers changes nothing, and a wider type name (an interface object's) replaces no narrower one.
 * Shape   target, source -> target, changed; it takes parts of the source over and does not copy them
 */
export function mergeData(target: JsonObject, source: JsonObject, isOfType: IsOfType): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    if (key === '__proto__') {
      const own = readOwn(target, key);
      writeOwn(target, key, merged(own, value, isOfType));
      continue;
    }
    const existing = target[key];
    if (existing === undefined || typeof existing === 'function') target[key] = value;
    else if (key === '__typename' && typeof existing === 'string' && typeof value === 'string' && isOfType(existing, value)) continue;
    else target[key] = merged(existing, value, isOfType);
  }
}

function merged(existing: unknown, value: unknown, isOfType: IsOfType): unknown {
  if (value === null) return existing !== null && typeof existing === 'object' ? existing : null;
  if (Array.isArray(existing) && Array.isArray(value) && existing.length === value.length) {
    for (let index = 0; index < value.length; index += 1) existing[index] = merged(existing[index], value[index], isOfType);
    return existing;
  }
  if (!isRecord(existing) || !isRecord(value)) return value;
  mergeData(existing, value, isOfType);
  return existing;
}

/** A copy that shares nothing: one answer that stands at several places must not grow at all of them when a later fetch adds to one. */
export function copyData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyData);
  if (!isRecord(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) {
    if (key === '__proto__') writeOwn(copy, key, copyData(value[key]));
    else copy[key] = copyData(value[key]);
  }
  return copy;
}
