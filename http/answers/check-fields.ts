import type { Check } from './check.ts';
import { readOwn } from './own-keys.ts';
import type { PlainType } from './plain-types.ts';

/** What one key of an object is held against. */
export interface FieldCheck {
  readonly key: string;
  /** Whether the key means nothing on an empty object. */
  readonly isPlain: boolean;
  readonly isRequired: boolean;
  /** Null where any value will do. */
  readonly check: Check | null;
  /** What `typeof` gives for values that need no check. */
  readonly plainType: PlainType | null;
}

/**
 * Holds an object against its checks. Enumerated, since a key that stands where it was found is read without looking for it; `otherKeys` is asked where
 * keys stand in another order, or others than were asked for.
 * Shape   checks in the order of the selection, object -> null when it fits, else the first place that does not
 */
export function checkFields(
  checks: readonly FieldCheck[],
  parent: Record<string, unknown>,
  otherKeys?: (parent: Record<string, unknown>) => string | null,
): string | null {
  let index = 0;
  for (const key in parent) {
    const field = checks[index];
    if (field === undefined || field.key !== key) return otherKeys?.(parent) ?? checkInAnyOrder(checks, parent, index);
    index += 1;
    const { plainType, check } = field;
    if (check === null) continue;
    const value = parent[key];
    if (typeof value === plainType) continue;
    const fault = check(value);
    if (fault !== null) return `.${key}${fault}`;
  }
  return index === checks.length ? null : checkInAnyOrder(checks, parent, index);
}

/** The rest of the checks. */
function checkInAnyOrder(checks: readonly FieldCheck[], parent: Record<string, unknown>, from: number): string | null {
  for (let index = from; index < checks.length; index += 1) {
    const { key, isPlain, isRequired, check } = checks[index] as FieldCheck;
    const value = isPlain ? parent[key] : readOwn(parent, key);
    if (value === undefined) {
      if (isRequired) return `.${key}: missing`;
      continue;
    }
    const fault = check === null ? null : check(value);
    if (fault !== null) return `.${key}${fault}`;
  }
  return null;
}
