import { OperationTypeNode } from 'graphql';
import { lineOf } from '../line-of.ts';
import { parseSdl } from '../parse-sdl.ts';
import { readDoor } from '../read-door.ts';
import { readQueryFields, readRootTypes } from '../read-root-types.ts';
import type { Finding } from './finding.ts';

interface Text {
  readonly name: string;
  readonly sdl: string;
}

const hub = 'hub';

// Federation asks a subgraph for its text and its entities by these.
const OF_FEDERATION: ReadonlySet<string> = new Set(['_entities', '_service']);

/**
 * A country answers one root field, its door; every other root field is the hub's, and nobody changes data: there are no mutations and no
 * subscriptions.
 * Shape   a member, the others -> one finding per root field that is not the member's own, with its line and its owner
 * Errors  SDL_INVALID, DOOR_INVALID
 */
export function rootFields({ name, sdl }: Text, others: readonly Text[]): Finding[] {
  const document = parseSdl(sdl, name);
  const fields = name === hub ? [] : readQueryFields(document);
  const own = readDoor(sdl, name)?.rootField;
  const owners = fields.length > 0 ? ownersAmong(others) : new Map<string, string>();
  return [
    ...readRootTypes(document)
      .filter(({ operation }) => operation !== OperationTypeNode.QUERY)
      .map(({ operation, node }) =>
        finding(node.name.value, lineOf(node.name), `it is a root of ${operation}s; there are no ${operation}s here: take it out`),
      ),
    ...fields.flatMap((field): Finding[] => {
      const owner = owners.get(field.name);
      const where = `Query.${field.name}`;
      if (owner !== undefined) {
        return [finding(where, field.line, `it takes ${field.name} from ${owner}, which alone answers it: take it out`)];
      }
      if (field.name === own || OF_FEDERATION.has(field.name)) return [];
      return [
        finding(
          where,
          field.line,
          `a country answers one root field, its door${own ? ` ${own}` : ''}; all others are the hub's: take it out`,
        ),
      ];
    }),
  ];
}

/** Who answers a root field: the hub each of its own, a country its door. */
function ownersAmong(members: readonly Text[]): Map<string, string> {
  return new Map(
    members.flatMap(({ name, sdl }): [string, string][] => {
      if (name === hub)
        return readQueryFields(parseSdl(sdl, name)).flatMap((field) => (OF_FEDERATION.has(field.name) ? [] : [[field.name, name]]));
      const door = readDoor(sdl, name);
      return door ? [[door.rootField, name]] : [];
    }),
  );
}

const finding = (where: string, line: number, message: string): Finding => ({
  check: 'root-fields',
  where,
  message: `line ${line}: ${message}`,
});
