import { Kind, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { builtInScalar } from '../../http/answers/built-in-scalar.ts';
import { type Check, checkOfLeaf, checkOfObject, type CheckObject } from '../../http/answers/check.ts';
import { checkFields, type FieldCheck } from '../../http/answers/check-fields.ts';
import { compileField, withCheck } from '../../http/answers/compile-field.ts';
import { responseKey } from '../../http/answers/response-key.ts';
import { isRecord } from '../../http/is-record.ts';
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

/**
 * Compiles the check of a sub-query's answers: keys, lists, null for non-null, leaf types, type names, and a country's own code.
 * A wrong value would otherwise become null without an error in the answer.
 * A supergraph does not tell which types belong to an abstract one: a value is taken at its word, and only what holds for every type is demanded of it.
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
    const fault = checkFields(checkRoot, data);
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
    const checks = new Map<string, CheckObject>();
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
  object(selectionSet: SelectionSetNode, typeName: string, assumed: string): CheckObject {
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
      return checkFields(fieldsFor(typeof named === 'string' ? named : assumed), value);
    };
  }

  /** Its name is looked for only among keys that were not asked for: else it is one of the checks, or is not there. */
  #objectOfOneType(selectionSet: SelectionSetNode, typeName: string): CheckObject {
    const isOwnName: Check = (value) => (value === typeName ? null : OTHER_NAME);
    const otherKeys = ({ __typename: named }: Record<string, unknown>) => (named === undefined ? null : isOwnName(named));
    let fields: readonly FieldCheck[] | null = null;
    const compile = () =>
      this.fields(selectionSet, typeName, typeName).map((field) => (field.key === '__typename' ? withCheck(field, isOwnName) : field));
    return (value) => checkFields((fields ??= compile()), value, otherKeys);
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
    const name = field.name.value;
    const type = name === '_entities' ? null : this.#types.fieldType(typeName, name);
    const compiled = compileField(field, type, isRequired, (named) => this.#named(named, field));
    const member = this.#member;
    if (name !== 'code' || member === null || concrete !== member.doorType) return compiled;
    const { check } = compiled;
    return withCheck(compiled, (value) => check?.(value) ?? (value === member.country ? null : ': the code of another country'));
  }

  #named(name: string, { selectionSet }: FieldNode): Check {
    const kind = this.#types.kindOf(name);
    if (kind === 'scalar' || kind === 'enum') return checkOfLeaf(name, isLeafOf(name, kind, { types: this.#types, member: this.#member }));
    return kind === 'unknown' || selectionSet === undefined ? () => null : checkOfObject(this.object(selectionSet, name, name));
  }
}

/** What a leaf of a subgraph may be; custom scalars are its own. */
export function isLeafOf(name: string, kind: 'scalar' | 'enum', { types, member }: Expectation): (value: unknown) => boolean {
  if (kind === 'enum') {
    // Composition may drop an enum value that one subgraph still gives; a country's contract does not differ from the supergraph.
    const names = member === null ? null : types.enumValues(name);
    return (value) => typeof value === 'string' && (names === null || names.has(value));
  }
  if (name === 'ID') return (value) => typeof value === 'string' || Number.isInteger(value);
  return builtInScalar(name) ?? (() => true);
}

function collectKeys(selectionSet: SelectionSetNode, into: Set<string>): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) into.add(responseKey(selection));
    else if (selection.kind === Kind.INLINE_FRAGMENT) collectKeys(selection.selectionSet, into);
  }
}

function findField(selectionSet: SelectionSetNode, name: string): FieldNode | undefined {
  return selectionSet.selections.find(
    (selection): selection is FieldNode => selection.kind === Kind.FIELD && selection.name.value === name,
  );
}
