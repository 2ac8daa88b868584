/** A JSON object of an answer. Its keys are chosen by clients: an alias may be `constructor` or `__proto__`. */
export type JsonObject = Record<string, unknown>;

/** Whether a key means nothing on an empty object, so that plain reading and writing are safe; asked once per key of a plan. */
export function isPlainKey(key: string): boolean {
  return !(key in Object.prototype);
}

/** The value under any key; undefined when the object has none of its own. */
export function readOwn(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets the value under any key, `__proto__` included. */
export function writeOwn(object: JsonObject, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}
