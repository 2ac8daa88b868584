import type { FieldNode, TypeNode } from 'graphql';
import { type Check, checkOfType } from './check.ts';
import type { FieldCheck } from './check-fields.ts';
import { isPlainKey } from './own-keys.ts';
import { plainTypeOf } from './plain-types.ts';
import { responseKey } from './response-key.ts';

const isTypeName: Check = (value) => (typeof value === 'string' ? null : ': no type name');

/**
 * Compiles what a field of a selection is held against.
 * Shape   field, its type or null where any value will do, whether its key must be there, name of a type -> check; check of the field
 */
export function compileField(field: FieldNode, type: TypeNode | null, isRequired: boolean, named: (name: string) => Check): FieldCheck {
  const key = responseKey(field);
  const isPlain = isPlainKey(key);
  if (field.name.value === '__typename') return { key, isPlain, isRequired, check: isTypeName, plainType: 'string' };
  if (type === null) return { key, isPlain, isRequired, check: null, plainType: null };
  return { key, isPlain, isRequired, check: checkOfType(type, named), plainType: plainTypeOf(type) };
}

/** The same field held against another check, which every value has to pass: none is spared for its plain type. */
export function withCheck({ key, isPlain, isRequired }: FieldCheck, check: Check): FieldCheck {
  return { key, isPlain, isRequired, check, plainType: null };
}
