import { type ConstDirectiveNode, type DocumentNode, Kind, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode } from 'graphql';
import { FederationError } from './federation-error.ts';
import { parseSdl } from './parse-sdl.ts';
import { readQueryFields } from './read-root-types.ts';
import { stringArgument } from './string-argument.ts';

/** Where a country is entered: its own object type and the root field that answers it. */
export interface Door {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly typeName: string;
  readonly rootField: string;
}

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/**
 * The door in a subgraph's text: the object type tagged `country/<CODE>` with `@key(fields: "code")`, and its one root field.
 * Shape   SDL -> Door, or null when the subgraph is no country (the hub's stubs carry no tag)
 * Errors  DOOR_INVALID: malformed tag, two doors, no resolvable key, not exactly one root field
 */
export function readDoor(sdl: string, where = 'schema'): Door | null {
  const document = parseSdl(sdl, where);
  const refuse = (message: string): never => {
    throw new FederationError('DOOR_INVALID', `${where}: ${message}`);
  };
  const objects = objectTypes(document);
  const doors = objects.flatMap((type) =>
    countryTags(type).map((tag) => {
      const country = /^country\/([A-Z]{2})$/.exec(tag)?.[1];
      return country
        ? { country, type }
        : refuse(`${type.name.value} is tagged "${tag}"; a door's tag reads country/KZ, two capital letters`);
    }),
  );
  const [door, second] = doors;
  if (!door) return null;
  if (second) refuse(`two doors in one subgraph: ${doors.map(({ country, type }) => `${type.name.value} (${country})`).join(', ')}`);

  const typeName = door.type.name.value;
  const hasKey = objects.some((type) => type.name.value === typeName && (type.directives ?? []).some(isResolvableCodeKey));
  if (!hasKey) refuse(`${typeName} needs @key(fields: "code"), resolvable, so that the hub's stub can lead to it`);
  const rootFields = readQueryFields(document).filter(({ type }) => type === typeName);
  const [rootField] = rootFields;
  if (!rootField || rootFields.length > 1) return refuse(`${typeName} needs exactly one root field, found ${rootFields.length}`);
  return { country: door.country, typeName, rootField: rootField.name };
}

const objectTypes = (document: DocumentNode): ObjectNode[] =>
  document.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION);

function countryTags(type: ObjectNode): string[] {
  return (type.directives ?? [])
    .filter(({ name }) => name.value === 'tag' || name.value === 'federation__tag')
    .flatMap((directive) => stringArgument(directive, 'name') ?? [])
    .filter((tag) => /^country\b/i.test(tag));
}

function isResolvableCodeKey(directive: ConstDirectiveNode): boolean {
  if (directive.name.value !== 'key' && directive.name.value !== 'federation__key') return false;
  const resolvable = directive.arguments?.find(({ name }) => name.value === 'resolvable')?.value;
  return stringArgument(directive, 'fields')?.trim() === 'code' && !(resolvable?.kind === Kind.BOOLEAN && !resolvable.value);
}
