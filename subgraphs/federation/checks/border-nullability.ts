import { Kind, type TypeNode } from 'graphql';
import { parseSdl } from '../parse-sdl.ts';
import { readDoor } from '../read-door.ts';
import type { Finding } from './finding.ts';
import { hasFields } from './has-fields.ts';

/**
 * What a country answers may be missing, so it is nullable, except what the answering side makes itself: the door's `code`, an `id`,
 * and a page's frame (a connection's `edges`, `nodes` and `pageInfo`, an edge's `cursor`, the yes-or-no fields of PageInfo).
 * The elements of a list may be non-null: a country that cannot answer leaves out the row or the list.
 *
 * Shape   SDL -> findings; the text of a subgraph without a door (the hub) has none
 * Errors  SDL_INVALID, DOOR_INVALID
 */
export function borderNullability(sdl: string): Finding[] {
  const door = readDoor(sdl);
  if (!door) return [];
  // The door's own interfaces name the same `code`.
  const document = parseSdl(sdl, 'schema');
  const doorTypes = new Set([door.typeName]);
  for (const node of document.definitions) {
    const isDoor = node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === door.typeName;
    if (isDoor) for (const { name } of node.interfaces ?? []) doorTypes.add(name.value);
  }
  return document.definitions.flatMap((node): Finding[] => {
    if (!hasFields(node)) return [];
    const type = node.name.value;
    if (type.startsWith('_')) return [];
    return (node.fields ?? [])
      .filter((field) => field.type.kind === Kind.NON_NULL_TYPE && !field.name.value.startsWith('_'))
      .filter((field) => !isMadeByTheAnsweringSide(type, field.name.value, field.type, doorTypes))
      .map((field) => ({
        check: 'border-nullability',
        where: `${type}.${field.name.value}`,
        message: 'this field crosses the border and is non-null; drop the "!", or one missing value empties everything around it',
      }));
  });
}

function isMadeByTheAnsweringSide(type: string, field: string, fieldType: TypeNode, doorTypes: ReadonlySet<string>): boolean {
  if (doorTypes.has(type)) return field === 'code';
  if (field === 'id') return isId(fieldType);
  if (type === 'PageInfo') return field === 'hasNextPage' || field === 'hasPreviousPage';
  if (type.endsWith('Connection')) return field === 'edges' || field === 'nodes' || field === 'pageInfo';
  return type.endsWith('Edge') && field === 'cursor';
}

const isId = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.NAMED_TYPE && type.type.name.value === 'ID';
