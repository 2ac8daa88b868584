// Long on purpose: the walk over a selection is one recursion, and each of its cases is only right beside the others.
import { Kind, type FieldNode, type OperationDefinitionNode, type SelectionSetNode, type TypeNode } from 'graphql';
import { isRecord } from '../../http/is-record.ts';
import type { Member } from '../read-members.ts';
import type { SubgraphTypes } from './subgraph-types.ts';

/** What an answer is held against. */
export interface Expectation {
  readonly types: SubgraphTypes;
  /** Null for a subgraph that is no country: it may speak of all countries. */
  readonly member: Member | null;
  /** Type names of the entities asked for, in order; empty when none were. */
  readonly entityTypes: readonly string[];
}

/**
 * Holds data against the sub-query that asked for it: keys, lists, null for non-null, leaf types, type names, and a country's own code.
 * A wrong value would otherwise become null without an error in the answer.
 * Shape   operation, data -> null when it fits, else the first place that does not, without its value
 * Errors  none: what the supergraph leaves open (fragments on abstract types, @skip, custom scalars) is accepted
 * Source  GraphQL specification, 6.4.3 "Value completion"
 */
export function findDataFault(operation: OperationDefinitionNode, data: Record<string, unknown>, expected: Expectation): string | null {
  const walk = new Walk(expected);
  const allowed = new Set<string>();
  walk.collectKeys(operation.selectionSet, allowed);
  const stranger = Object.keys(data).find((key) => !allowed.has(key));
  if (stranger !== undefined) return 'a key at the top that was not asked for';
  return walk.object(operation.selectionSet, expected.types.rootType(operation.operation), data, true, 'data');
}

class Walk {
  constructor(private readonly expected: Expectation) {}

  collectKeys(selectionSet: SelectionSetNode, into: Set<string>): void {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) into.add(keyOf(selection));
      else if (selection.kind === Kind.INLINE_FRAGMENT) this.collectKeys(selection.selectionSet, into);
    }
  }

  object(
    selectionSet: SelectionSetNode,
    typeName: string,
    value: Record<string, unknown>,
    isRequired: boolean,
    place: string,
  ): string | null {
    const { types, member } = this.expected;
    const named = value['__typename'];
    const isRoot = place === 'data';
    // The root's name may differ in a subgraph; an object type has but one.
    if (!isRoot && types.kindOf(typeName) === 'object' && named !== undefined && named !== typeName) return `${place}: another type's name`;
    const concrete = typeof named === 'string' && !isRoot ? named : typeName;
    for (const selection of selectionSet.selections) {
      const isCertain = isRequired && (selection.directives ?? []).length === 0;
      let fault: string | null = null;
      if (selection.kind === Kind.FIELD) {
        fault = this.field(selection, typeName, value, isCertain, place);
        const isOwnCode = selection.name.value === 'code' && member !== null && concrete === member.doorType && keyOf(selection) in value;
        if (fault === null && isOwnCode && value[keyOf(selection)] !== member.country) fault = `${place}: the code of another country`;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? typeName;
        // An object type that is not the value's own does not apply; an abstract one may or may not.
        if (types.kindOf(condition) === 'object' && condition !== concrete && types.kindOf(concrete) === 'object') continue;
        fault = this.object(selection.selectionSet, condition, value, isCertain && condition === concrete, place);
      }
      if (fault !== null) return fault;
    }
    return null;
  }

  private field(field: FieldNode, typeName: string, parent: Record<string, unknown>, isRequired: boolean, place: string): string | null {
    const key = keyOf(field);
    const at = `${place}.${key}`;
    if (!Object.hasOwn(parent, key)) return isRequired ? `${at}: missing` : null;
    const value = parent[key];
    if (field.name.value === '__typename') return typeof value === 'string' ? null : `${at}: no type name`;
    if (field.name.value === '_entities') return this.entities(field, value, at);
    const type = this.expected.types.fieldType(typeName, field.name.value);
    return type === null ? null : this.value(type, field, value, at);
  }

  private entities(field: FieldNode, value: unknown, at: string): string | null {
    const { entityTypes, member } = this.expected;
    if (!Array.isArray(value) || value.length !== entityTypes.length) return `${at}: not one entity for each asked`;
    for (const [index, entity] of (value as unknown[]).entries()) {
      const asked = entityTypes[index] ?? '';
      if (entity === null) continue;
      if (!isRecord(entity)) return `${at}: no object`;
      if (member !== null && entity['__typename'] !== undefined && entity['__typename'] !== asked) return `${at}: another type's name`;
      // The entity's own type name is not always asked for; the one we sent stands in for it.
      const named = entity['__typename'] === undefined ? { ...entity, __typename: asked } : entity;
      const fault = field.selectionSet === undefined ? null : this.object(field.selectionSet, '_Entity', named, true, at);
      if (fault !== null) return fault;
    }
    return null;
  }

  private value(type: TypeNode, field: FieldNode, value: unknown, at: string): string | null {
    if (type.kind === Kind.NON_NULL_TYPE) return value === null ? `${at}: null for non-null` : this.value(type.type, field, value, at);
    if (value === null) return null;
    if (type.kind === Kind.LIST_TYPE) {
      if (!Array.isArray(value)) return `${at}: no list`;
      for (const item of value as unknown[]) {
        const fault = this.value(type.type, field, item, at);
        if (fault !== null) return fault;
      }
      return null;
    }
    const name = type.name.value;
    const kind = this.expected.types.kindOf(name);
    if (kind === 'scalar' || kind === 'enum') return this.isLeaf(name, kind, value) ? null : `${at}: not ${name}`;
    if (kind === 'unknown' || field.selectionSet === undefined) return null;
    return isRecord(value) ? this.object(field.selectionSet, name, value, true, at) : `${at}: no object`;
  }

  private isLeaf(name: string, kind: 'scalar' | 'enum', value: unknown): boolean {
    if (kind === 'enum') {
      // Composition may drop an enum value that one subgraph still gives; a country's contract does not differ from the supergraph.
      return typeof value === 'string' && (this.expected.member === null || this.expected.types.enumValues(name).has(value));
    }
    if (name === 'String') return typeof value === 'string';
    if (name === 'ID') return typeof value === 'string' || Number.isInteger(value);
    if (name === 'Int') return Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31;
    if (name === 'Float') return typeof value === 'number';
    return name === 'Boolean' ? typeof value === 'boolean' : true;
  }
}

function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
