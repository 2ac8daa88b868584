import { type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { builtInScalar } from '../../../http/answers/built-in-scalar.ts';
import { type Check, checkOfLeaf, checkOfObject } from '../../../http/answers/check.ts';
import { checkFields, type FieldCheck } from '../../../http/answers/check-fields.ts';
import { compileField } from '../../../http/answers/compile-field.ts';
import { responseKey } from '../../../http/answers/response-key.ts';
import type { ContractType, ContractTypes } from '../../federation/read-types.ts';

/**
 * Holds a door against the question that asked for it.
 * Shape   door -> null when it fits, else the first place that does not, without its value
 */
export type CheckDoor = Check;

/**
 * Compiles the check of the answers to one question, from the country's own contract: every key that was asked for, lists, null for non-null, leaf values.
 * What is wrong would otherwise be converted, or fail the whole merged answer.
 * A contract tells all of its types, so that of every value it is known which parts of the selection it must have.
 * Shape   question, types of the country's text -> check of the door
 * Source  GraphQL specification, 6.4.3 "Value completion"
 */
export function compileAnswerCheck(query: string, types: ContractTypes): CheckDoor {
  const [operation] = parse(query, { noLocation: true }).definitions;
  const [entities] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  const [door] = entities?.kind === Kind.FIELD ? (entities.selectionSet?.selections ?? []) : [];
  if (door?.kind !== Kind.INLINE_FRAGMENT || door.typeCondition === undefined) throw new Error('a question asks for one door');
  return checkObject(door.selectionSet, door.typeCondition.name.value, types);
}

/** A value of a type that has fields; an abstract one is known by the name that it says of itself. */
function checkObject(selectionSet: SelectionSetNode, typeName: string, types: ContractTypes): Check {
  const isAbstract = types.get(typeName)?.kind === 'abstract';
  const nameKey = isAbstract ? keyOfTypeName(selectionSet) : null;
  const checks = new Map<string, readonly FieldCheck[]>();
  const checksFor = (concrete: string): readonly FieldCheck[] => {
    let known = checks.get(concrete);
    if (known === undefined) checks.set(concrete, (known = compileFields(selectionSet, concrete, types, true)));
    return known;
  };
  return checkOfObject((value) => {
    // Of an abstract value that was not asked for its name nothing more can be told.
    if (nameKey === null && isAbstract) return null;
    const concrete = nameKey === null ? typeName : value[nameKey];
    // A name that the contract does not have is not kept: whoever answers could invent any number of them.
    if (typeof concrete !== 'string' || (nameKey !== null && !isOneOf(types.get(concrete), typeName))) return ': not of its type';
    return checkFields(checksFor(concrete), value);
  });
}

function isOneOf(type: ContractType | undefined, abstract: string): boolean {
  return type?.kind === 'object' && type.belongsTo.has(abstract);
}

/** `isCertain`: no directive stands over the selection that could leave it out. */
function compileFields(selectionSet: SelectionSetNode, typeName: string, types: ContractTypes, isCertain: boolean): FieldCheck[] {
  const type = types.get(typeName);
  const composed = type !== undefined && 'fields' in type ? type : null;
  return selectionSet.selections.flatMap((selection): FieldCheck[] => {
    const isRequired = isCertain && (selection.directives ?? []).length === 0;
    if (selection.kind === Kind.FIELD) {
      const fieldType = composed?.fields.get(selection.name.value) ?? null;
      return [compileField(selection, fieldType, isRequired, (name) => checkNamed(name, selection, types))];
    }
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [];
    const condition = selection.typeCondition?.name.value ?? typeName;
    const isOfType = condition === typeName || composed?.belongsTo.has(condition) === true;
    return isOfType ? compileFields(selection.selectionSet, typeName, types, isRequired) : [];
  });
}

function checkNamed(name: string, { selectionSet }: FieldNode, types: ContractTypes): Check {
  return selectionSet === undefined ? checkOfLeaf(name, leafOf(name, types.get(name))) : checkObject(selectionSet, name, types);
}

function leafOf(name: string, type: ContractType | undefined): (value: unknown) => boolean {
  if (type?.kind === 'enum') return (value) => typeof value === 'string' && type.values.has(value);
  // Text, ids, and the scalars of the contract, all of which are written as text.
  return builtInScalar(name) ?? ((value) => typeof value === 'string');
}

/** Null where the name was not asked for. */
function keyOfTypeName(selectionSet: SelectionSetNode): string | null {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD && selection.name.value === '__typename') return responseKey(selection);
  }
  return null;
}
