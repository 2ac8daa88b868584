import { type DefinitionNode, Kind, type StringValueNode } from 'graphql';
import { parseSdl } from '../parse-sdl.ts';

/** A named place in a text: everything that a reader of the contract can point at. */
export interface SdlPlace {
  /** GraphQL's schema coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`. */
  readonly where: string;
  readonly name: string;
  readonly kind: 'type' | 'field' | 'argument' | 'input field' | 'enum value';
  /** Null: none is written. An extension of a type needs none of its own. */
  readonly description: string | null;
  readonly isExtension: boolean;
}

interface Described {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode | undefined;
}

/**
 * All named places of a text in the order of writing; what federation itself defines is left out.
 * Errors  SDL_INVALID
 */
export function sdlPlaces(sdl: string): SdlPlace[] {
  return parseSdl(sdl, 'schema').definitions.flatMap(placesOf);
}

function placesOf(node: DefinitionNode): SdlPlace[] {
  if (!('name' in node) || !node.name || isFederationsOwn(node.name.value)) return [];
  const type = node.name.value;
  const isExtension = node.kind.endsWith('Extension');
  const place = (kind: SdlPlace['kind'], where: string, { name, description }: Described, extension = false): SdlPlace => ({
    where,
    name: name.value,
    kind,
    description: description?.value ?? null,
    isExtension: extension,
  });
  const own = (): SdlPlace =>
    place('type', type, { name: { value: type }, description: 'description' in node ? node.description : undefined }, isExtension);

  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION: {
      const fields = (node.fields ?? []).filter(({ name }) => !isFederationsOwn(name.value));
      return [
        own(),
        ...fields.flatMap((field) => {
          const where = `${type}.${field.name.value}`;
          const byArgument = (field.arguments ?? []).map((argument) => place('argument', `${where}(${argument.name.value}:)`, argument));
          return [place('field', where, field), ...byArgument];
        }),
      ];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return [own(), ...(node.fields ?? []).map((field) => place('input field', `${type}.${field.name.value}`, field))];
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      return [own(), ...(node.values ?? []).map((value) => place('enum value', `${type}.${value.name.value}`, value))];
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_EXTENSION:
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      return [own()];
    default:
      return [];
  }
}

// _Service, _entities, link__Import, federation__FieldSet: federation writes them, nobody here can describe or rename them.
const isFederationsOwn = (name: string): boolean => name.startsWith('_') || name.includes('__') || name === 'FieldSet';
