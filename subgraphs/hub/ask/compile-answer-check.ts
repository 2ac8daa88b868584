import { type FieldNode, Kind, parse, type SelectionSetNode, type TypeNode } from 'graphql';
import type { ContractType, ContractTypes } from '../../federation/read-types.ts';

/**
 * Holds a door against the question that asked for it.
 * Shape   door -> null when it fits, else the first place that does not, without its value
 */
export type CheckDoor = (door: unknown) => string | null;

type ComposedType = Extract<ContractType, { readonly fields: unknown }>;

interface FieldCheck {
  readonly key: string;
  readonly isRequired: boolean;
  readonly check: CheckDoor;
}

const anything: CheckDoor = () => null;

/**
 * Compiles the check of the answers to one question, from the country's own contract: every key that was asked for, lists, null for non-null, leaf values.
 * What is wrong would otherwise be converted, or fail the whole merged answer.
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
function checkObject(selectionSet: SelectionSetNode, typeName: string, types: ContractTypes): CheckDoor {
  const isAbstract = types.get(typeName)?.kind === 'abstract';
  const nameKey = isAbstract ? keyOfTypeName(selectionSet) : null;
  const checks = new Map<string, readonly FieldCheck[]>();
  const checksFor = (concrete: string): readonly FieldCheck[] => {
    let known = checks.get(concrete);
    if (known === undefined) checks.set(concrete, (known = checkFields(selectionSet, concrete, types, true)));
    return known;
  };
  return (value) => {
    if (value === null) return null;
    if (typeof value !== 'object' || Array.isArray(value)) return ': no object';
    const answered = value as Readonly<Record<string, unknown>>;
    // Of an abstract value that was not asked for its name nothing more can be told.
    if (nameKey === null && isAbstract) return null;
    const concrete = nameKey === null ? typeName : answered[nameKey];
    // A name that the contract does not have is not kept: whoever answers could invent any number of them.
    if (typeof concrete !== 'string' || (nameKey !== null && !isOneOf(types.get(concrete), typeName))) return ': not of its type';
    for (const { key, isRequired, check } of checksFor(concrete)) {
      const inner = answered[key];
      if (inner === undefined && !isRequired) continue;
      const fault = inner === undefined ? ': missing' : check(inner);
      if (fault !== null) return `.${key}${fault}`;
    }
    return null;
  };
}

function isOneOf(type: ContractType | undefined, abstract: string): boolean {
  return type?.kind === 'object' && type.belongsTo.has(abstract);
}

/** `isCertain`: no directive stands over the selection that could leave it out. */
function checkFields(selectionSet: SelectionSetNode, typeName: string, types: ContractTypes, isCertain: boolean): FieldCheck[] {
  const type = types.get(typeName);
  const composed = type !== undefined && 'fields' in type ? type : null;
  return selectionSet.selections.flatMap((selection): FieldCheck[] => {
    const isRequired = isCertain && (selection.directives ?? []).length === 0;
    if (selection.kind === Kind.FIELD) return [{ key: keyOf(selection), isRequired, check: checkField(selection, composed, types) }];
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [];
    const condition = selection.typeCondition?.name.value ?? typeName;
    const isOfType = condition === typeName || composed?.belongsTo.has(condition) === true;
    return isOfType ? checkFields(selection.selectionSet, typeName, types, isRequired) : [];
  });
}

function checkField(field: FieldNode, parent: ComposedType | null, types: ContractTypes): CheckDoor {
  if (field.name.value === '__typename') return (value) => (typeof value === 'string' ? null : ': no type name');
  const type = parent?.fields.get(field.name.value);
  return type === undefined ? anything : checkValue(type, field, types);
}

function checkValue(type: TypeNode, field: FieldNode, types: ContractTypes): CheckDoor {
  if (type.kind === Kind.NON_NULL_TYPE) {
    const check = checkValue(type.type, field, types);
    return (value) => (value === null ? ': null for non-null' : check(value));
  }
  if (type.kind === Kind.LIST_TYPE) return checkList(checkValue(type.type, field, types));
  const name = type.name.value;
  if (field.selectionSet !== undefined) return checkObject(field.selectionSet, name, types);
  const isLeaf = leafOf(name, types.get(name));
  return (value) => (value === null || isLeaf(value) ? null : `: not ${name}`);
}

function checkList(check: CheckDoor): CheckDoor {
  return (value) => {
    if (value === null) return null;
    if (!Array.isArray(value)) return ': no list';
    for (const item of value as unknown[]) {
      const fault = check(item);
      if (fault !== null) return fault;
    }
    return null;
  };
}

function leafOf(name: string, type: ContractType | undefined): (value: unknown) => boolean {
  if (type?.kind === 'enum') return (value) => typeof value === 'string' && type.values.has(value);
  if (name === 'Int') return (value) => Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31;
  if (name === 'Float') return (value) => typeof value === 'number';
  if (name === 'Boolean') return (value) => typeof value === 'boolean';
  // Text, ids, and the scalars of the contract, all of which are written as text.
  return (value) => typeof value === 'string';
}

/** Null where the name was not asked for. */
function keyOfTypeName(selectionSet: SelectionSetNode): string | null {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD && selection.name.value === '__typename') return keyOf(selection);
  }
  return null;
}

function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
