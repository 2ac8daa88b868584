// Long on purpose: the walk over a selection is one recursion, and each of its cases is only right beside the others.
import { Kind, type FieldNode, type OperationDefinitionNode, type SelectionSetNode, type TypeNode } from 'graphql';
import { isRecord } from '../../http/is-record.ts';
import { plainTypeOfScalar, type PlainType } from '../execute/plain-types.ts';
import { isPlainKey, readOwn } from '../execute/own-keys.ts';
import type { Member } from '../read-members.ts';
import type { SubgraphTypes } from './subgraph-types.ts';

/** What the answers of a subgraph are held against. */
export interface Expectation {
  readonly types: SubgraphTypes;
  /** Null for a subgraph that is no country: it may speak of all countries. */
  readonly member: Member | null;
}

/**
 * Holds data against the sub-query that asked for it.
 * Shape   data, type names of the entities asked for in order -> null when it fits, else the first place that does not, without its value
 */
export type CheckData = (data: Record<string, unknown>, entityTypes: readonly string[]) => string | null;

const OTHER_NAME = `: another type's name`;

/** Null when a value fits, else the rest of the place that does not. */
type Check = (value: unknown) => string | null;

interface FieldCheck {
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
 * Compiles the check of a sub-query's answers: keys, lists, null for non-null, leaf types, type names, and a country's own code.
 * A wrong value would otherwise become null without an error in the answer.
 * Shape   operation, what is expected -> check
 * Errors  none: what the supergraph leaves open (fragments on abstract types, @skip, custom scalars) is accepted
 * Source  GraphQL specification, 6.4.3 "Value completion"
 */
export function compileCheck(operation: OperationDefinitionNode, expected: Expectation): CheckData {
  const compiler = new Compiler(expected);
  const allowed = new Set<string>();
  collectKeys(operation.selectionSet, allowed);
  const entities = findField(operation.selectionSet, '_entities');
  const checkEntities = entities?.selectionSet === undefined ? null : compiler.entities(entities.selectionSet);
  const checkRoot = compiler.fields(operation.selectionSet, expected.types.rootType(operation.operation), null);
  return (data, entityTypes) => {
    for (const key of Object.keys(data)) if (!allowed.has(key)) return 'a key at the top that was not asked for';
    if (checkEntities !== null) {
      const fault = checkEntities(data['_entities'], entityTypes);
      if (fault !== null) return `data._entities${fault}`;
    }
    const fault = runChecks(checkRoot, data);
    return fault === null ? null : `data${fault}`;
  };
}

class Compiler {
  readonly #types: SubgraphTypes;
  readonly #member: Member | null;

  constructor({ types, member }: Expectation) {
    this.#types = types;
    this.#member = member;
  }

  entities(selectionSet: SelectionSetNode): (value: unknown, asked: readonly string[]) => string | null {
    const checks = new Map<string, (entity: Record<string, unknown>) => string | null>();
    return (value, asked) => {
      if (!Array.isArray(value) || value.length !== asked.length) return ': not one entity for each asked';
      for (let index = 0; index < value.length; index += 1) {
        const entity = value[index] as unknown;
        const typeName = asked[index] ?? '';
        if (entity === null) continue;
        if (!isRecord(entity)) return ': no object';
        if (this.#member !== null && entity['__typename'] !== undefined && entity['__typename'] !== typeName) return OTHER_NAME;
        let check = checks.get(typeName);
        // The entity's own type name is not always asked for; the one we sent stands in for it.
        if (check === undefined) checks.set(typeName, (check = this.object(selectionSet, '_Entity', typeName)));
        const fault = check(entity);
        if (fault !== null) return fault;
      }
      return null;
    };
  }

  /** Checks an object by the type that its own name tells, or else by `assumed`. */
  object(selectionSet: SelectionSetNode, typeName: string, assumed: string): (value: Record<string, unknown>) => string | null {
    if (this.#types.kindOf(typeName) === 'object') return this.#objectOfOneType(selectionSet, typeName);
    const byName = new Map<string, readonly FieldCheck[]>();
    const fieldsFor = (concrete: string): readonly FieldCheck[] => {
      const known = byName.get(concrete);
      if (known !== undefined) return known;
      const fields = this.fields(selectionSet, typeName, concrete);
      // Names that the supergraph does not know are a subgraph's to invent, and are not kept.
      if (this.#types.kindOf(concrete) !== 'unknown') byName.set(concrete, fields);
      return fields;
    };
    return (value) => {
      const named = value['__typename'];
      return runChecks(fieldsFor(typeof named === 'string' ? named : assumed), value);
    };
  }

  /** Its name is looked for only among keys that were not asked for: else it is one of the checks, or is not there. */
  #objectOfOneType(selectionSet: SelectionSetNode, typeName: string): (value: Record<string, unknown>) => string | null {
    const isOwnName: Check = (value) => (value === typeName ? null : OTHER_NAME);
    const otherKeys = ({ __typename: named }: Record<string, unknown>) => (named === undefined ? null : isOwnName(named));
    let fields: readonly FieldCheck[] | null = null;
    const compile = () =>
      this.fields(selectionSet, typeName, typeName).map((field) =>
        field.key === '__typename' ? { ...field, check: isOwnName, plainType: null } : field,
      );
    return (value) => runChecks((fields ??= compile()), value, otherKeys);
  }

  /** The checks of a selection on a value of type `concrete`; null for the root, whose name may differ in a subgraph. */
  fields(selectionSet: SelectionSetNode, typeName: string, concrete: string | null): FieldCheck[] {
    const checks: FieldCheck[] = [];
    this.#collect(selectionSet, typeName, concrete ?? typeName, true, checks);
    return checks;
  }

  #collect(selectionSet: SelectionSetNode, typeName: string, concrete: string, isRequired: boolean, into: FieldCheck[]): void {
    for (const selection of selectionSet.selections) {
      const isCertain = isRequired && (selection.directives ?? []).length === 0;
      if (selection.kind === Kind.FIELD) into.push(this.#field(selection, typeName, concrete, isCertain));
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? typeName;
        const types = this.#types;
        // An object type that is not the value's own does not apply; an abstract one may or may not.
        if (types.kindOf(condition) === 'object' && condition !== concrete && types.kindOf(concrete) === 'object') continue;
        this.#collect(selection.selectionSet, condition, concrete, isCertain && condition === concrete, into);
      }
    }
  }

  #field(field: FieldNode, typeName: string, concrete: string, isRequired: boolean): FieldCheck {
    const key = keyOf(field);
    const isPlain = isPlainKey(key);
    const name = field.name.value;
    if (name === '__typename') {
      return { key, isPlain, isRequired, check: (value) => (typeof value === 'string' ? null : ': no type name'), plainType: 'string' };
    }
    const type = name === '_entities' ? null : this.#types.fieldType(typeName, name);
    const check = type === null ? null : this.#value(type, field);
    const member = this.#member;
    if (name !== 'code' || member === null || concrete !== member.doorType) {
      return { key, isPlain, isRequired, check, plainType: type === null ? null : plainTypeOf(type) };
    }
    const isOwn: Check = (value) => check?.(value) ?? (value === member.country ? null : ': the code of another country');
    return { key, isPlain, isRequired, check: isOwn, plainType: null };
  }

  #value(type: TypeNode, field: FieldNode): Check {
    if (type.kind === Kind.NON_NULL_TYPE) {
      const check = this.#value(type.type, field);
      return (value) => (value === null ? ': null for non-null' : check(value));
    }
    if (type.kind === Kind.LIST_TYPE) return listOf(this.#value(type.type, field));
    const name = type.name.value;
    const kind = this.#types.kindOf(name);
    if (kind === 'scalar' || kind === 'enum') {
      const isLeaf = isLeafOf(name, kind, { types: this.#types, member: this.#member });
      return (value) => (value === null || isLeaf(value) ? null : `: not ${name}`);
    }
    if (kind === 'unknown' || field.selectionSet === undefined) return () => null;
    const check = this.object(field.selectionSet, name, name);
    return (value) => (value === null ? null : isRecord(value) ? check(value) : ': no object');
  }
}

/** What a leaf of a subgraph may be; custom scalars are its own. */
export function isLeafOf(name: string, kind: 'scalar' | 'enum', { types, member }: Expectation): (value: unknown) => boolean {
  if (kind === 'enum') {
    // Composition may drop an enum value that one subgraph still gives; a country's contract does not differ from the supergraph.
    const names = member === null ? null : types.enumValues(name);
    return (value) => typeof value === 'string' && (names === null || names.has(value));
  }
  if (name === 'String') return (value) => typeof value === 'string';
  if (name === 'ID') return (value) => typeof value === 'string' || Number.isInteger(value);
  if (name === 'Int') return (value) => Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31;
  if (name === 'Float') return (value) => typeof value === 'number';
  return name === 'Boolean' ? (value) => typeof value === 'boolean' : () => true;
}

function plainTypeOf(type: TypeNode): PlainType | null {
  if (type.kind === Kind.NON_NULL_TYPE) return plainTypeOf(type.type);
  return type.kind === Kind.NAMED_TYPE ? plainTypeOfScalar(type.name.value) : null;
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

/**
 * Holds an object against its checks. Enumerated, since a key that stands where it was found is read without looking for it; `otherKeys` is asked where
 * keys stand in another order, or others than were asked for.
 */
function runChecks(
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

function collectKeys(selectionSet: SelectionSetNode, into: Set<string>): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) into.add(keyOf(selection));
    else if (selection.kind === Kind.INLINE_FRAGMENT) collectKeys(selection.selectionSet, into);
  }
}

function findField(selectionSet: SelectionSetNode, name: string): FieldNode | undefined {
  return selectionSet.selections.find(
    (selection): selection is FieldNode => selection.kind === Kind.FIELD && selection.name.value === name,
  );
}

function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
