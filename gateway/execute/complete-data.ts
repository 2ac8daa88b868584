// Long on purpose: what is compiled and how it runs are one thing, a value's way through its types.
import { readOwn, writeOwn, type JsonObject } from '../../http/answers/own-keys.ts';
import type { PlainType } from '../../http/answers/plain-types.ts';
import { isRecord } from '../../http/is-record.ts';

/** A compiled type of a field: how a value becomes part of the answer. */
export type CompiledType = (
  | { readonly kind: 'leaf'; readonly complete: (value: unknown) => unknown; readonly plainType: PlainType | null }
  | { readonly kind: 'list'; readonly item: CompiledType }
  | { readonly kind: 'object'; readonly fields: () => CompiledFields }
  /** By the value's own type name; null for a name that the type does not hold. */
  | { readonly kind: 'abstract'; readonly fieldsOf: (typeName: unknown) => CompiledFields | null }
) & { readonly isNonNull: boolean };

export interface CompiledFields {
  /** Null where only an abstract type is known: an interface object that nobody resolved. */
  readonly typeName: string | null;
  readonly fields: readonly CompiledField[];
  /** Whether all fields come from the data under plain keys. */
  readonly isPlain: boolean;
}

export interface CompiledField {
  readonly key: string;
  readonly isPlain: boolean;
  /** `typeName` and `introspection` are answered here, the first from the compiled type, the second from what graphql-js made of it. */
  readonly source: 'data' | 'typeName' | 'introspection';
  readonly type: CompiledType;
}

/** What a leaf's `complete` gives for a value that is not of its type. */
export const MISFIT = Symbol('misfit');

/** Null because of an error that stands already; what is above a non-null type takes it over. */
const FAILED = Symbol('failed');

export interface Completion {
  readonly data: JsonObject | null;
  /** Places whose value was null or did not fit. */
  readonly faults: readonly (readonly (string | number)[])[];
}

/**
 * Completes merged data, and takes it over: it is changed where that saves a copy. The keys of the query in its order, values checked by their types, nulls moved up to the next place that may be null.
 * Shape   compiled selection, data, introspection results by key -> data and the places that did not fit
 * Errors  none thrown
 * Source  GraphQL specification, 6.4.3 "Value Completion" and 6.4.4 "Handling Execution Errors"
 */
export function completeData(selection: CompiledFields, data: JsonObject, introspected: JsonObject): Completion {
  const walk = new Walk(introspected);
  const completed = walk.object(selection, data, 0);
  return { data: completed === FAILED ? null : completed, faults: walk.faults };
}

class Walk {
  readonly faults: (string | number)[][] = [];
  private readonly path: (string | number)[] = [];

  constructor(private readonly introspected: JsonObject) {}

  /**
   * An object that came as it goes out is kept: most do, and a copy of each would be the larger part of the work.
   * Enumerated, since a key that stands where it was found is read without looking for it.
   */
  object(compiled: CompiledFields, source: JsonObject, depth: number): JsonObject | typeof FAILED {
    const { fields } = compiled;
    if (!compiled.isPlain) return this.copy(compiled, source, 0, depth);
    let index = 0;
    for (const key in source) {
      const field = fields[index];
      if (field === undefined || field.key !== key) return this.copy(compiled, source, index, depth);
      index += 1;
      const value = source[key];
      const { type } = field;
      if (type.kind === 'leaf' && typeof value === type.plainType) continue;
      this.path[depth] = key;
      const completed = this.value(type, value, depth + 1);
      if (completed === FAILED) return FAILED;
      if (completed !== value) source[key] = completed;
    }
    return index === fields.length ? source : this.copy(compiled, source, index, depth);
  }

  /** The wanted keys in the wanted order, of which the first are complete already. */
  private copy({ typeName, fields }: CompiledFields, source: JsonObject, complete: number, depth: number): JsonObject | typeof FAILED {
    const completed: JsonObject = {};
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index] as CompiledField;
      const { key } = field;
      this.path[depth] = key;
      let value: unknown;
      if (field.source === 'data') {
        value = field.isPlain ? source[key] : readOwn(source, key);
        if (index >= complete) value = this.value(field.type, value, depth + 1);
        if (value === FAILED) return FAILED;
      } else if (field.source === 'introspection') value = readOwn(this.introspected, key) ?? null;
      else {
        value = typeName;
        if (value === null) return this.fail(depth + 1);
      }
      if (field.isPlain) completed[key] = value;
      else writeOwn(completed, key, value);
    }
    return completed;
  }

  /** FAILED only for a non-null type. */
  private value(type: CompiledType, value: unknown, depth: number): unknown {
    if (value === undefined || value === null) return type.isNonNull ? this.fail(depth) : null;
    const completed = this.present(type, value, depth);
    return completed === FAILED && !type.isNonNull ? null : completed;
  }

  private present(type: CompiledType, value: unknown, depth: number): unknown {
    switch (type.kind) {
      case 'leaf': {
        const completed = type.complete(value);
        return completed === MISFIT ? this.fail(depth) : completed;
      }
      case 'list':
        return Array.isArray(value) ? this.list(type.item, value, depth) : this.fail(depth);
      case 'object':
        return isRecord(value) ? this.object(type.fields(), value, depth) : this.fail(depth);
      case 'abstract': {
        const fields = isRecord(value) ? type.fieldsOf(value['__typename']) : null;
        return fields === null ? this.fail(depth) : this.object(fields, value as JsonObject, depth);
      }
    }
  }

  private list(item: CompiledType, values: unknown[], depth: number): unknown {
    for (let index = 0; index < values.length; index += 1) {
      this.path[depth] = index;
      const completed = this.value(item, values[index], depth + 1);
      if (completed === FAILED) return FAILED;
      if (completed !== values[index]) values[index] = completed;
    }
    return values;
  }

  private fail(depth: number): typeof FAILED {
    this.faults.push(this.path.slice(0, depth));
    return FAILED;
  }
}
