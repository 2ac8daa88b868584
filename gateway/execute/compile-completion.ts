import {
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isPlainKey } from '../../http/answers/own-keys.ts';
import { responseKey } from '../../http/answers/response-key.ts';
import type { CompiledField, CompiledFields, CompiledType } from './complete-data.ts';
import { compileLeaf } from './leaf-values.ts';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
/** Values of the variables that @skip and @include ask; everything else of a selection is the same in every request. */
export type Conditions = ReadonlyMap<string, boolean>;
type Composite = GraphQLObjectType | GraphQLAbstractType;

const LEAF: CompiledType = { kind: 'leaf', isNonNull: false, complete: (value) => value, plainType: null };

/**
 * Compiles the selection of an operation against the API schema, once for each combination of its conditions. What is below an object is compiled when
 * the first such object comes.
 * Source  GraphQL specification, 6.3.2 "Field Collection"
 */
export function compileCompletion(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  conditions: Conditions,
): CompiledFields {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`the schema has no ${operation.operation}`);
  return new Compiler(schema, fragments, conditions).fields(root, [operation.selectionSet], true);
}

/** Whether a selection stands under the given conditions. */
export function isSelected({ directives }: SelectionNode, conditions: Conditions): boolean {
  return (directives ?? []).every(({ name, arguments: given }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    const isTrue = value?.kind === Kind.VARIABLE ? conditions.get(value.name.value) === true : value?.kind === Kind.BOOLEAN && value.value;
    return isTrue === (name.value === 'include');
  });
}

class Compiler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly conditions: Conditions,
  ) {}

  fields(type: Composite, selectionSets: readonly SelectionSetNode[], isRoot = false): CompiledFields {
    const nodes = new Map<string, FieldNode[]>();
    for (const selectionSet of selectionSets) this.collect(type, selectionSet, nodes, new Set());
    const fields = [...nodes].map(([key, same]) => this.field(type, key, same, isRoot));
    const arePlain = fields.every(({ source, isPlain }) => source === 'data' && isPlain);
    return { typeName: isObjectType(type) ? type.name : null, fields, isPlain: arePlain };
  }

  private collect(type: Composite, selectionSet: SelectionSetNode, nodes: Map<string, FieldNode[]>, visited: Set<string>): void {
    for (const selection of selectionSet.selections) {
      if (!isSelected(selection, this.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = responseKey(selection);
        const same = nodes.get(key);
        if (same === undefined) nodes.set(key, [selection]);
        else same.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (this.applies(type, selection.typeCondition?.name.value)) this.collect(type, selection.selectionSet, nodes, visited);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = this.fragments.get(selection.name.value);
        if (fragment !== undefined && this.applies(type, fragment.typeCondition.name.value))
          this.collect(type, fragment.selectionSet, nodes, visited);
      }
    }
  }

  private applies(type: Composite, conditionName: string | undefined): boolean {
    if (conditionName === undefined || conditionName === type.name) return true;
    const condition = this.schema.getType(conditionName);
    // Only an object or an interface can be part of another type.
    return isAbstractType(condition) && this.schema.isSubType(condition, type as GraphQLObjectType | GraphQLInterfaceType);
  }

  private field(type: Composite, key: string, nodes: readonly FieldNode[], isRoot: boolean): CompiledField {
    const name = nodes[0]?.name.value ?? '';
    const isPlain = isPlainKey(key);
    if (name === '__typename') return { key, isPlain, source: 'typeName', type: LEAF };
    if (isRoot && (name === '__schema' || name === '__type')) return { key, isPlain, source: 'introspection', type: LEAF };
    const definition = 'getFields' in type ? type.getFields()[name] : undefined;
    if (definition === undefined) throw new Error(`the schema has no ${type.name}.${name}`);
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return { key, isPlain, source: 'data', type: this.type(definition.type, below) };
  }

  private type(type: GraphQLOutputType, below: readonly SelectionSetNode[]): CompiledType {
    const isNonNull = isNonNullType(type);
    const nullable = isNonNull ? type.ofType : type;
    if (isListType(nullable)) return { kind: 'list', isNonNull, item: this.type(nullable.ofType as GraphQLOutputType, below) };
    if (isLeafType(nullable)) return { kind: 'leaf', isNonNull, ...compileLeaf(nullable) };
    if (isObjectType(nullable)) {
      let fields: CompiledFields | null = null;
      return { kind: 'object', isNonNull, fields: () => (fields ??= this.fields(nullable, below)) };
    }
    const abstract = nullable;
    const byName = new Map<unknown, CompiledFields | null>();
    const fieldsOf = (typeName: unknown): CompiledFields | null => {
      const known = byName.get(typeName);
      if (known !== undefined) return known;
      const found = this.runtimeType(abstract, typeName);
      const compiled = found === null ? null : this.fields(found, below);
      // Only names of the schema are kept: a subgraph may send any.
      if (compiled !== null) byName.set(typeName, compiled);
      return compiled;
    };
    return { kind: 'abstract', isNonNull, fieldsOf };
  }

  /** An interface object may come under its interface's name, or without any when nobody asked for one. */
  private runtimeType(abstract: GraphQLAbstractType, typeName: unknown): Composite | null {
    if (typeName === undefined || typeName === abstract.name) return abstract;
    const type = typeof typeName === 'string' ? this.schema.getType(typeName) : undefined;
    if (!isCompositeType(type)) return null;
    if (isAbstractType(type)) return type;
    return this.schema.isSubType(abstract, type) ? type : null;
  }
}
