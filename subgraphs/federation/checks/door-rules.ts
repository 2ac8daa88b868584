import { Kind } from 'graphql';
import { FederationError } from '../federation-error.ts';
import { parseSdl } from '../parse-sdl.ts';
import { type Door, readDoor } from '../read-door.ts';
import type { Finding } from './finding.ts';

const CONTRACT = 'NationalNetwork';

/**
 * Whether a text still is the door that the federation knows: tag, key, root field, interface, and the same country under the same names.
 * Shape   text, the door as the committed text has it (null: it had none yet) -> findings
 * Errors  none: a text that is not GraphQL is a finding
 */
export function doorRules(sdl: string, before: Door | null): Finding[] {
  try {
    const door = readDoor(sdl);
    if (door === null) return [finding('schema', 'no object type is tagged country/<CODE>: the hub would not see a country here')];
    return [...implementsContract(sdl, door), ...(before ? sameDoor(before, door) : [])];
  } catch (error) {
    if (error instanceof FederationError) return [finding('schema', error.message)];
    throw error;
  }
}

function implementsContract(sdl: string, { typeName }: Door): Finding[] {
  const implementing = parseSdl(sdl, 'schema').definitions.some(
    (node) =>
      (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      node.name.value === typeName &&
      node.interfaces?.some(({ name }) => name.value === CONTRACT),
  );
  return implementing ? [] : [finding(typeName, `it does not implement ${CONTRACT}: no question over all countries would reach it`)];
}

function sameDoor(before: Door, now: Door): Finding[] {
  return (['country', 'typeName', 'rootField'] as const)
    .filter((name) => before[name] !== now[name])
    .map((name) =>
      finding(now.typeName, `the ${words[name]} was ${before[name]} and is ${now[name]}: the hub and every stored query know the former`),
    );
}

const words = { country: 'country', typeName: "door's type", rootField: 'root field' } as const;

const finding = (where: string, message: string): Finding => ({ check: 'door-rules', where, message });
