import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import { type AskedPlace, askedPlaces } from '../../subgraphs/federation/checks/asked-places.ts';
import type { FindAffected } from '../../subgraphs/federation/checks/breaking-changes.ts';
import type { NamedQuestion } from '../../subgraphs/federation/checks/failing-questions.ts';
import type { Affected } from '../../subgraphs/federation/checks/finding.ts';
import { schemaOfText } from '../../subgraphs/federation/checks/schema-of-text.ts';
import { sdlPlaces } from '../../subgraphs/federation/checks/sdl-places.ts';
import { composeSupergraph, type SubgraphText } from '../../subgraphs/federation/compose.ts';
import type { Door } from '../../subgraphs/federation/read-door.ts';

interface Federation {
  /** The name of the member whose change it is. */
  readonly name: string;
  /** All members' texts as they are relied on, without the change. */
  readonly texts: readonly SubgraphText[];
  /** Doors of the other countries: what is asked below them is not asked of this member. */
  readonly otherDoors: readonly Door[];
  readonly operations: readonly NamedQuestion[];
  readonly hubQuestions: readonly NamedQuestion[];
}

/**
 * Makes the function that tells whom a change of one member's text concerns: stored queries and the hub's own questions that ask for the
 * place, and members that declare it as well.
 * Errors  none: without a supergraph no stored query can be read, and then none is named
 */
export function findAffectedIn({ name, texts, otherDoors, operations, hubQuestions }: Federation): FindAffected {
  const own = texts.find((text) => text.name === name);
  const elsewhere = new Set(otherDoors.flatMap(({ typeName, rootField }) => [typeName, rootField]));
  // Read once, and only when something breaks.
  const ofOperations = once(() => asked('operation', operations, supergraphSchema(texts), elsewhere));
  const ofHub = once(() => asked('hub', hubQuestions, own && schemaOfText(own.sdl, name), elsewhere));
  const ofMembers = once(() =>
    texts.filter((text) => text.name !== name).map((text) => ({ name: text.name, places: dottedPlaces(text.sdl) })),
  );
  return (place, declaredAt) => {
    const dotted = declaredAt.replace(/\((\w+):\)$/, '.$1');
    const members = ofMembers().filter(({ places }) => places.has(dotted));
    return [
      ...asking(place, ofOperations()),
      ...asking(place, ofHub()),
      ...members.map((member): Affected => ({ kind: 'member', name: member.name, at: declaredAt })),
    ];
  };
}

interface Asked {
  readonly kind: 'operation' | 'hub';
  readonly name: string;
  readonly places: readonly AskedPlace[];
}

function asked(
  kind: Asked['kind'],
  questions: readonly NamedQuestion[],
  schema: GraphQLSchema | undefined,
  elsewhere: ReadonlySet<string>,
): Asked[] {
  if (schema === undefined) return [];
  return questions.map(({ name, document }) => ({ kind, name, places: askedPlaces(parse(document), schema, elsewhere) }));
}

/** Those that ask for a place or for something in it; each once, with the first path. */
function asking(place: string, questions: readonly Asked[]): Affected[] {
  const found = questions.flatMap(({ kind, name, places }): Affected[] => {
    const first = places.find((candidate) => candidate.place === place || candidate.place.startsWith(`${place}.`));
    return first ? [{ kind, name: name.replace(/^hub: /, ''), at: first.path }] : [];
  });
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

function supergraphSchema(texts: readonly SubgraphText[]): GraphQLSchema | undefined {
  const { supergraphSdl } = { supergraphSdl: undefined, ...composeSupergraph(texts) };
  return supergraphSdl === undefined ? undefined : buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true });
}

const dottedPlaces = (sdl: string): Set<string> => new Set(sdlPlaces(sdl).map(({ where }) => where.replace(/\((\w+):\)$/, '.$1')));

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
