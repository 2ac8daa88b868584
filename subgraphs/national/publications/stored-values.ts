import type { LocalizedText } from '../../contract/values/localized-text.ts';

type Stored = string | number | null | undefined;

/** A list stored as JSON text. */
export function list(stored: Stored): string[] {
  return typeof stored === 'string' ? (JSON.parse(stored) as string[]) : [];
}

/** A localized text stored as JSON text; null when there is none. */
export function localizedText(stored: Stored): LocalizedText | null {
  return typeof stored === 'string' ? (JSON.parse(stored) as LocalizedText) : null;
}

/** A boolean stored as 0 or 1; null when nothing was said. */
export function flag(stored: Stored): boolean | null {
  return stored == null ? null : stored === 1;
}

/** A stored code as a value of an output enum: OTHER when the enum does not know it. */
export function known<Value extends string>(values: Readonly<Record<Value, Value>>, stored: Stored): Value | null {
  if (typeof stored !== 'string') return null;
  return stored in values ? (stored as Value) : ('OTHER' as Value);
}

/** The owner's own word where the enum does not know it; null where it does. */
export function unknownWord(values: Readonly<Record<string, string>>, stored: Stored): string | null {
  return typeof stored === 'string' && !(stored in values) ? stored : null;
}
