import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** A place of the schema that a document asks for. */
export interface AskedPlace {
  /** `Type.field`, `Type.field.argument`, `Input.field`, `Enum.VALUE`, or the input type of a variable. */
  readonly place: string;
  /** Response path from the root field. */
  readonly path: string;
}

/**
 * Everything that a document asks of one member.
 * Shape   document, schema, root fields and types of the other members' doors, below which nothing is asked of this one -> places
 * Errors  none: what the schema does not know is left out
 */
export function askedPlaces(document: DocumentNode, schema: GraphQLSchema, elsewhere: ReadonlySet<string> = new Set()): AskedPlace[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const places: AskedPlace[] = [];

  const walk = (set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined, path: readonly string[]): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
        const isElsewhere = type === schema.getQueryType() && elsewhere.has(selection.name.value);
        if (!type || !field || isElsewhere) continue;
        const deeper = [...path, selection.name.value];
        places.push(...placesOfField(schema, type, field, selection).map((place) => ({ place, path: deeper.join('.') })));
        walk(selection.selectionSet, getNamedType(field.type), deeper);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const narrowed = fragment?.typeCondition?.name.value;
      if (narrowed !== undefined && elsewhere.has(narrowed)) continue;
      walk(fragment?.selectionSet, narrowed === undefined ? type : schema.getType(narrowed), path);
    }
  };
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) walk(node.selectionSet, schema.getRootType(node.operation) ?? undefined, []);
  }
  return places;
}

function placesOfField(schema: GraphQLSchema, type: GraphQLNamedType, field: GraphQLField<unknown, unknown>, node: FieldNode): string[] {
  // A field of an interface is asked of the types behind it, one of a type stands for its interfaces: a text may declare either.
  const behind = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const above = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  const owners = [type, ...behind, ...above].map(({ name }) => name);
  const values = (node.arguments ?? []).flatMap((argument) => placesOfArgument(field.args, argument));
  return [
    ...owners.flatMap((owner) => [
      `${owner}.${field.name}`,
      ...(node.arguments ?? []).map(({ name }) => `${owner}.${field.name}.${name.value}`),
    ]),
    ...values,
  ];
}

function placesOfArgument(declared: readonly GraphQLArgument[], { name, value }: ArgumentNode): string[] {
  const argument = declared.find((candidate) => candidate.name === name.value);
  return argument ? placesOfValue(argument.type, value) : [];
}

function placesOfValue(type: GraphQLInputType, value: ValueNode): string[] {
  const named = getNamedType(type);
  if (value.kind === Kind.VARIABLE) return [named.name];
  if (value.kind === Kind.LIST) return value.values.flatMap((item) => placesOfValue(named, item));
  if (isEnumType(named) && value.kind === Kind.ENUM) return [`${named.name}.${value.value}`];
  if (!isInputObjectType(named) || value.kind !== Kind.OBJECT) return [];
  return value.fields.flatMap((field) => {
    const inner = named.getFields()[field.name.value];
    return inner ? [`${named.name}.${field.name.value}`, ...placesOfValue(inner.type, field.value)] : [];
  });
}
