import { Kind, type TypeNode } from 'graphql';
import { isRecord } from '../is-record.ts';

/**
 * Holds a value of an answer against its type.
 * Shape   value -> null when it fits, else the first place that does not, as a path below the value and what is wrong there, without the value
 */
export type Check = (value: unknown) => string | null;

/** As `Check`, of what is known to be an object. */
export type CheckObject = (value: Record<string, unknown>) => string | null;

/**
 * Compiles the check of a value from its type; what a name stands for, `named` says, whose check has to let null pass.
 * Shape   type, name -> check; check
 * Source  GraphQL specification, 6.4.3 "Value completion"
 */
export function checkOfType(type: TypeNode, named: (name: string) => Check): Check {
  if (type.kind === Kind.NON_NULL_TYPE) {
    const check = checkOfType(type.type, named);
    return (value) => (value === null ? ': null for non-null' : check(value));
  }
  return type.kind === Kind.LIST_TYPE ? listOf(checkOfType(type.type, named)) : named(type.name.value);
}

/** The check of a scalar or enum; null passes. */
export function checkOfLeaf(name: string, isLeaf: (value: unknown) => boolean): Check {
  return (value) => (value === null || isLeaf(value) ? null : `: not ${name}`);
}

/** The check of a value that has fields; null passes. */
export function checkOfObject(check: CheckObject): Check {
  return (value) => (value === null ? null : isRecord(value) ? check(value) : ': no object');
}

function listOf(check: Check): Check {
  return (value) => {
    if (value === null) return null;
    if (!Array.isArray(value)) return ': no list';
    for (let index = 0; index < value.length; index += 1) {
      const fault = check(value[index]);
      if (fault !== null) return fault;
    }
    return null;
  };
}
