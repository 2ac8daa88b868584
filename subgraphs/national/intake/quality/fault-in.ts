import type { FieldFault } from '../quality-rule.ts';

/** One fault as a list, which is what `check` gives. */
export function faultIn(field: string, hint: string): readonly FieldFault[] {
  return [{ field, hint }];
}
